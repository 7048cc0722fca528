export const TIME = `
weekdays: monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, weekday, weekend
months: january, february, march, april, june, july, august, september, october, november, december, month, jan, feb,
  sept, oct, nov, dec
seasons: spring, summer, autumn, fall, winter, season
times of day: morning, noon, afternoon, evening, night, midnight, midday, dawn, dusk, sunrise, sunset, tonight,
  overnight
units time: second, minute, hour, day, week, month, year, decade, century, fortnight, millennium, sec, mins, hrs
clock time: oclock, clock, what time, current time, local time, time zone, timezone, gmt, utc, est, pst,
  daylight saving
date: date, calendar date, todays date, what day, tomorrow, yesterday, tonight, this week, next week, last week,
  today, day after, day before, next month, last month, last year, next year
now: now, right now, currently, immediately, current
periodic: daily, every day, each day, per day, weekly, every week, each week, per week, monthly, every month,
  each month, per month, yearly, annual, annually, every year, each year, per year, frequent, frequently, how often,
  regularly, frequency, often, hourly, quarterly
how long: how long, duration, processing time, turnaround
wait: wait, waiting, hold on, queue, line up, waiting time, waiting list, hang on
deadline: deadline, due date, cut off, time limit, last day, latest date, closing date
expire: expire, valid, expiry, expiration, run out, validity, expired, expires, best before, use by, lapse
schedule: schedule, timetable, calendar, agenda, planner, itinerary, programme, diary
appointment: appointment, consultation, slot, booking
book reserve: book, reserve, reservation, booking, make appointment, arrange, reserved
remind: remind, reminder, remember, recall, memorise, memorize, recollect
alarm: alarm, wake up, wake, woke, woken, alarm clock, snooze
timer: timer, countdown, stopwatch, count down
meeting: meeting, conference, meet, met, get together, gathering, seminar, webinar
event: event, concert, festival, exhibition, performance, gig, fair, happening, party, celebration, celebrate,
  wedding, ceremony, reception, festivities, invite, invitation, rsvp, invited, show
holidays: christmas, easter, thanksgiving, halloween, new year, ramadan, hanukkah, diwali, valentines, public holiday,
  bank holiday, xmas, memorial day, labor day, passover, eid, boxing day, fathers day, mothers day, independence day,
  new years, christmas eve, good friday, labour day, mardi gras, carnival, kwanzaa, pentecost, veterans day,
  presidents day, april fools
vacation: vacation, holiday, time off, leave, day off, days off, pto, annual leave, holidays, break
sick leave: sick leave, sick day, sick pay, off sick, sick note, doctors note
parental leave: maternity leave, paternity leave, parental leave, family leave, maternity, paternity
`;
