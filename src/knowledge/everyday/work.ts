export const WORK = `
job: job, work, position, occupation, employment, career, vacancy, profession, role, post
apply: apply, application, applicant, submit, candidate, interview, resume, cv, cover letter, job application
register: register, sign up, enrol, enroll, registration, enrolment, enrollment, join, signed up
hire staff: hire, recruit, employ, recruitment, onboarding, take on
fire staff: fire, dismiss, lay off, laid off, sack, dismissal, redundancy, layoff, redundant
resign: resign, quit, give notice, resignation
boss: boss, manager, supervisor, employer, director, chief, head, line manager, management
employee: employee, worker, staff, personnel, colleague, coworker, workforce, team, teammate
remote work: remote work, home office, telework, telecommute, hybrid work, working remotely
professions: doctor, teacher, nurse, engineer, lawyer, plumber, electrician, carpenter, mechanic, accountant, chef,
  cook, waiter, waitress, pilot, driver, farmer, police officer, firefighter, soldier, scientist, programmer,
  journalist, actor, actress, artist, architect, hairdresser, barber, baker, butcher, tailor, secretary, receptionist,
  librarian, dentist, pharmacist, photographer, painter, gardener, cleaner, cashier, builder, designer, writer,
  musician, judge, surgeon, veterinarian, flight attendant, bartender, economist, translator, editor, welder,
  bricklayer, roofer, truck driver, bus driver, postman, social worker, psychologist, fisherman, sailor, detective,
  consultant, salesman, shop assistant, software engineer
politics: election, vote, government, parliament, democracy, congress, politics, council, party, ballot, referendum,
  voting, president, prime minister, mayor, senator, governor, politician, king, queen, minister, congressman,
  chancellor, prince, polling station, voter registration, electoral roll, absentee ballot
training: training, course, class, lesson, workshop, tuition, seminar, lecture, group class, session
school: school, college, university, academy, kindergarten, nursery, high school, primary school, elementary school,
  preschool
school subjects: math, maths, mathematics, science, history, geography, biology, chemistry, physics, literature, art,
  economics, philosophy, algebra, geometry, psychology, grammar, computer science, calculus, statistics, trigonometry,
  sociology, foreign language, physical education, social studies, astronomy
exam: exam, test, quiz, examination, midterm, assessment, finals, grade, mark, score, gpa, report card, results
teacher: teacher, tutor, professor, instructor, lecturer, trainer, coach, personal trainer
degree study: degree, diploma, bachelor, master, phd, certificate, graduation, scholarship, grant, student loan,
  financial aid, tuition, bursary, subsidy
stationery: pen, pencil, paper, notebook, eraser, ruler, stapler, marker, crayon, scissors, glue, envelope, folder
book: book, novel, ebook, textbook, paperback, audiobook, hardcover, newspaper, magazine, journal, periodical,
  article, comic, author, writer, wrote, novelist, poet
documents: passport, licence, license, form, certificate, id, identity card, document, paperwork, permit,
  birth certificate, driving licence, drivers license, proof, death certificate, marriage certificate,
  registry office, civil registry, application form, questionnaire, fill out, identification, identity, photo id
print: print, printer, printout, scan, scanner, photocopy, copier, printing
information: information, info, details, data, particulars
news: news, headlines, latest news, current events, newspaper, press
list todo: list, todo, shopping list, checklist, task list, grocery list, note, memo, notes, jot down, sticky note,
  task, chore, errand
manual: manual, instructions, guide, handbook, user guide, tutorial, instruction
`;
