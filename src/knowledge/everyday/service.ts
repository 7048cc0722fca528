export const SERVICE = `
availability: stock, inventory, in stock, available, availability
cancel: cancel, cancelled, canceled, cancellation, call off, called off, annul, revoke, terminate, unsubscribe,
  cancelling, opt out
change: change, modify, update, edit, alter, amend, adjust, modification, adjustment, revise, correct, switch
delete: delete, remove, erase, clear, get rid, wipe, take off, removal, deletion, eliminate
add: add, include, insert, append, addition, attach
begin: begin, began, begun, start, commence, launch, kick off, initiate, beginning
stop: stop, end, quit, halt, cease, discontinue, terminate, finish
open: open, unlock, opened
opening hours: opening hours, business hours, opening times, closing time, open until, working hours, open, opening,
  close
close: close, shut, closed, closing, shut down
switch on: turn on, switch on, activate, enable, power on, activation, turned on
switch off: turn off, switch off, deactivate, disable, power off, shut down, deactivation, turned off, switched off
increase: increase, raise, rise, rose, risen, boost, went up, turn up, higher, raised, grow, grew
decrease: decrease, lower, reduce, reduction, drop, fall, fell, diminish, went down, turn down, lessen
improve: improve, improvement, enhance, better, upgrade, get better
extend: extend, extension, prolong, lengthen, renew, longer, renewal, renewing, roll over, auto renew
postpone: postpone, delay, reschedule, defer, push back, put off, rebook
late: late, delayed, overdue, delay, behind schedule, tardy, lateness
lose: lose, lost, misplace, misplaced, loss, missing, mislay, mislaid
find: find, found, locate, look for, search, seek, sought, look up, discover, track down
fix: fix, repair, mend, restore, troubleshoot, sort out, solve, resolve, solution, work around, fixed, repairman
broken: break, broke, broken, malfunction, defective, faulty, not working, stopped working, wont work, dead, crashed,
  fault
damage: damage, damaged, harm, scratch, dent, crack, spoil, spoiled, ruin, torn, tear, shattered, smashed
problem: problem, error, issue, trouble, fault, difficulty, glitch, bug, failure, wrong, mistake, malfunction
warranty: warranty, guarantee, guaranteed, warranties, under warranty
maintenance: maintenance, upkeep, servicing, service, inspection, tune up, overhaul, checkup
install: install, installation, set up, setup, assemble, assembly, put together, mount
connect: connect, connection, link, pair, hook up, plug in, sync, join
charge power: charge, recharge, battery, charger, power bank, charging
reset: reset, restart, reboot, factory reset, start over
clean: clean, wash, tidy, scrub, cleaning, launder, rinse, vacuum, mop, disinfect, wipe, stain, spotless
laundry: laundry, dry cleaning, washing, laundromat, launderette, dry cleaner
help: help, assist, assistance, support, aid, helpline
contact: contact, reach, speak to, talk to, speak with, talk with, write to, call
customer service: customer service, customer support, helpdesk, help desk, hotline, call centre, call center,
  support team, customer care, helpline
human agent: agent, representative, operator, real person, human, adviser, advisor, live agent, rep, real human
phone call: call, ring, rang, rung, dial, phone, telephone, ring up
phone: phone, cell, mobile, cellphone, smartphone, telephone, handset, cell phone, mobile phone, landline
text message: text, message, sms, texting, text message, mms, imessage
email: email, mail, inbox, gmail, outlook, mailbox, email address
chat: chat, live chat, talk, conversation, messenger, converse
send: send, sent, mail, ship, post, dispatch, forward, deliver
delivery: delivery, shipping, shipment, shipped, deliver, arrive, dispatch, postage, delivered, ups, fedex, dhl,
  royal mail, usps, post office, hermes, courier, delivery service, mailman, postman, parcel, package, packet, box,
  letter, envelope
tracking: track, tracking, trace, order status, tracking number, status, progress, pending, in progress, processing,
  parcel tracking
collect: collect, pick up, collection, pickup, fetch
address: address, street address, postcode, zip code, postal code, zip, home address
move house: move, relocate, relocation, move house, moved, new address, moving
reply: reply, answer, respond, response, get back, feedback, replied
ask: ask, question, inquire, enquire, enquiry, inquiry, query, request
tell: tell, told, inform, notify, report, advise, notification, alert, notice, push notification, announcement
show: show, display, shown, view, list, present, pull up
explain: explain, describe, clarify, explanation, elaborate, description, clarification
meaning: meaning, mean, define, definition, stand for, stands for, synonym, signify, meant
spell: spell, spelling, spelled, spelt
translate: translate, translation, interpreter, interpret, translator
learn: learn, learnt, learned, study, studied, find out, found out, master
decide: decide, decision, choose, chose, chosen, choice, pick, select, opt, selection, option, alternative,
  possibility, possibilities, variant
compare: compare, comparison, difference, versus, vs, differ, distinction, different
recommend: recommend, suggest, suggestion, recommendation, advice, advise, tips, propose
best: best, top, greatest, finest, number one, top rated, ideal
favourite: favourite, favorite, preferred, prefer, preference, fave, favourites, favorites
complain: complain, complaint, grievance, dissatisfied, unhappy with, not satisfied, dispute, contest, challenge,
  appeal, object, objection, disagree
review: review, rating, feedback, testimonial, rate, survey, evaluation
check: check, verify, inspect, examine, confirm, confirmation, verification, validate, double check, ensure
approve: approve, accept, approval, authorise, authorize, grant, authorisation, authorization, accepted
reject: reject, deny, decline, refuse, rejected, denied, denial, refusal, denies, rejection
allowed: allowed, permitted, allow, permit, permission, authorised, authorized, permissible
forbidden: forbidden, prohibited, banned, not allowed, forbid, ban, illegal, not permitted
required: required, necessary, mandatory, compulsory, requirement, obligatory, essential, prerequisite
eligible: eligible, qualify, eligibility, entitled, qualifies, entitlement, qualified
rule: rule, policy, regulation, guideline, terms, conditions, policies, small print, law
law: law, legal, lawyer, legislation, court, lawsuit, sue, statute, attorney
hello: hello, hi, hey, good morning, good afternoon, good evening, greetings, howdy, hiya, whats up
bye: bye, goodbye, farewell, see you, later, take care, good night, ciao
thanks: thanks, thank you, thank, thankful, grateful, appreciate, cheers, much obliged, gratitude
sorry: sorry, apologise, apologize, apology, apologies, pardon, excuse me, forgive, forgave, forgiven
yes: yes, yeah, yep, of course, affirmative, okay, ok, absolutely, definitely, certainly, yup, for sure
no: no, nope, nah, no way
maybe: maybe, perhaps, possibly, unsure, uncertain, dunno
joke: joke, funny, laugh, humor, humour, pun, riddle, jokes, hilarious
fun fact: fun fact, trivia, interesting fact, fact
story: story, tale, stories, bedtime story, fairy tale, poem
name: name, surname, first name, last name, called, nickname, maiden name, family name, full name
age: age, old, how old, years old, birthday, birth date, born, birthdate, minimum age, age limit
bot: bot, robot, chatbot, artificial intelligence, assistant, virtual assistant, ai, machine, computer program
`;
