export const TRAVEL = `
vehicle: car, vehicle, auto, automobile, truck, van, suv, motorcycle, motorbike, lorry, pickup truck, minivan,
  scooter, moped
transport: bus, train, subway, tram, metro, underground, coach, public transport, streetcar, railway, shuttle, plane,
  boat, ship, ferry, bicycle, bike, taxi, helicopter, cruise, yacht, airplane, aeroplane
taxi: taxi, cab, uber, lyft, ride, rideshare, minicab, chauffeur
station: station, bus stop, platform, terminal, train station, depot
trip: trip, travel, journey, tour, voyage, excursion, getaway, traveling, travelling, outing, tourist, traveller,
  traveler, visitor, sightseer, backpacker, travel agent, travel agency, tour operator, package holiday, package tour,
  business trip, business travel, work trip
flight: flight, fly, flew, flown, plane, airplane, airline, layover, connecting flight, stopover
airport: airport, gate, terminal, departure lounge, runway, jfk, heathrow, boarding, board, boarding pass, check in,
  boarding card
airlines: delta, united airlines, american airlines, southwest, ryanair, easyjet, lufthansa, british airways,
  air france, emirates, jetblue, klm, qatar airways, qantas, alaska airlines, spirit airlines, air canada,
  turkish airlines, wizz air, iberia, alitalia, frontier airlines, virgin atlantic, singapore airlines,
  cathay pacific, swiss air, etihad, westjet, aer lingus, budget airline, aeroflot, air india, norwegian air
seat: seat, chair, window seat, aisle seat, legroom, seating, aisle, economy, business class, first class,
  premium economy, coach class
ticket: ticket, pass, admission, entry ticket, fare, travel card, travelcard, one way, round trip, return ticket,
  single ticket
luggage: luggage, baggage, suitcase, carry on, bags, hand luggage, backpack, checked bag, carryon, rucksack, duffel
visa travel: visa, passport, travel document, entry requirements, entry permit, esta, embassy, consulate, consul,
  ambassador, customs, immigration, duty free, border control, immigrant, refugee, residency, asylum, naturalisation,
  naturalization, green card, border, citizenship
sights: sights, attractions, landmark, tourist attraction, sightseeing, monument
hotel: hotel, room, hostel, motel, accommodation, lodging, inn, guesthouse, resort, airbnb, accommodations
hotel services: room service, housekeeping, concierge, front desk, reception, wake up, minibar, porter
check in: check in, checkin, checked in, arrival
check out: check out, checkout, checked out, departure
arrive: arrive, arrival, land, get there, reach, eta
leave depart: leave, left, depart, departure, set off, take off, head out
distance: distance, far, how far, miles, kilometers, kilometres, miles away
directions: directions, route, way to, navigate, navigation, map, gps, path, north, south, east, west, northern,
  southern, eastern, western, straight ahead, turn left, turn right, left, right
near: near, nearby, close by, nearest, closest, around here, local, close to, next to, adjacent, vicinity
traffic: traffic, congestion, traffic jam, rush hour, commute, gridlock, roadworks, tailback
road: road, street, highway, motorway, avenue, freeway, lane, path, boulevard, roundabout, intersection, crossroads
parking: parking, park, car park, parking lot, garage, parking space, parking spot, parked
drive: drive, drove, driven, driving, steer, ride, rode, driving licence, drivers license, driving test,
  driving lesson, learner permit, driving school
car parts: engine, brake, tire, tyre, battery, clutch, gearbox, transmission, windshield, windscreen, wheel, bumper,
  headlight, exhaust, muffler, steering wheel, radiator, spark plug, hood, bonnet, trunk, wiper, wipers, seat belt,
  mirror, axle, alternator, brake pads, suspension, horn, dashboard, airbag, flat tire, flat tyre, oil change,
  engine oil, motor oil, coolant, antifreeze, fuse, oil filter, air filter, starter, taillight, indicator,
  catalytic converter, shock absorber, carburetor
car makers: toyota, ford, honda, bmw, mercedes, volkswagen, audi, nissan, hyundai, kia, chevrolet, fiat, renault,
  peugeot, citroen, volvo, mazda, subaru, tesla, jeep, porsche, ferrari, skoda, opel, vauxhall, lexus, suzuki,
  mitsubishi, dodge, land rover, jaguar, chevy, chrysler, cadillac, buick, gmc, alfa romeo, bentley, rolls royce,
  lamborghini, maserati, bugatti, acura, infiniti, saab, dacia, prius, corolla, civic, mustang, smart car, range rover
fuel: fuel, gas, petrol, diesel, gasoline, gas station, petrol station, fill up, mileage, gas tank, filling station,
  fuel tank
breakdown: breakdown, broke down, break down, tow, towing, roadside assistance, wont start, jump start, tow truck
car workshop: mechanic, workshop, body shop, repair shop, car dealer, auto shop
car inspection: mot, car inspection, emissions test, road tax, number plate, license plate, vehicle registration
accident: accident, crash, collision, car accident, wreck, hit, incident
car rental: rental car, car hire, hire car, rent car, car rental, hertz, avis, enterprise, budget rental, sixt
insurance: insurance, insure, coverage, cover, policy, insurer, insured, premium, deductible, policyholder
insurance kinds: health insurance, car insurance, home insurance, life insurance, travel insurance, dental insurance,
  auto insurance, renters insurance, pet insurance, medicare, medicaid, nhs, health plan
claim: claim, file claim, compensation, payout, make claim
`;
