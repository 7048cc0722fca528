export const WORLD = `
size: size, dimensions, measurement, fit, measurements, how big, how large, sizing, size chart, small, medium, large,
  xl, extra large, xs, xxl, plus size, size guide, measuring, tall, height, high, how tall, how high, altitude,
  elevation
colours: red, blue, green, yellow, black, white, orange, purple, pink, brown, gray, grey, beige, violet, turquoise,
  navy, gold, silver, colour, color, maroon, crimson, lilac, magenta, cyan, teal, indigo, khaki, scarlet, lavender,
  tan, dark blue, light blue
shapes: circle, square, triangle, rectangle, cube, sphere, oval, pyramid, cone, cylinder, round, pentagon, hexagon,
  shape, octagon, hexagonal, angle, triangular, rectangular, circular, spiral, ellipse, trapezoid, rhombus,
  parallelogram, prism
family: mother, father, mom, mum, dad, parent, sister, brother, son, daughter, grandmother, grandfather, grandma,
  grandpa, aunt, uncle, cousin, wife, husband, nephew, niece, sibling, relative, family, mommy, daddy, stepmother,
  stepfather, grandson, granddaughter, granny, grandchild, grandparents, in laws, spouse, wives, partner, fiance,
  fiancee, grandparent, stepdad, stepmom, twin, godmother, godfather, ancestor
child: child, children, kid, baby, babies, toddler, infant, newborn, teenager, teen, minor
adult: adult, grown up, man, men, woman, women, person, people, gentleman, lady, ladies, male, female, gender, sex,
  masculine, feminine, boy, girl, guy, lad, lass
senior: senior, elderly, pensioner, old people, seniors, senior citizen
childcare: babysitter, nanny, daycare, childcare, day care, nursery, creche, babysitting, kindergarten
baby things: stroller, pram, diaper, nappy, crib, cot, pushchair, high chair, car seat, pacifier, baby food, nappies,
  toy, doll, lego, puzzle, teddy bear, jigsaw, playground
marry: marry, wedding, married, marriage, bride, groom, engaged, engagement, spouse
religions: christian, muslim, jewish, buddhist, hindu, catholic, protestant, islam, christianity, judaism, buddhism,
  hinduism, religion, atheist, mormon, orthodox, church, mosque, temple, synagogue, pray, cathedral, mass, prayer,
  chapel, god, jesus, bible, allah, heaven, angel, quran, devil
death: dead, die, died, death, deceased, pass away, passed away, funeral, bereavement
pets: dog, cat, pet, puppy, kitten, hamster, rabbit, parrot, goldfish, guinea pig, puppies, budgie, poodle, labrador,
  bulldog, german shepherd, golden retriever, beagle, chihuahua, dachshund, terrier, husky
animals: lion, tiger, elephant, bear, wolf, wolves, fox, monkey, giraffe, zebra, deer, kangaroo, panda, snake,
  crocodile, hippo, rhino, gorilla, camel, squirrel, leopard, turtle, frog, koala, animal, cheetah, lizard, alligator,
  raccoon, hedgehog, whale, dolphin, shark, octopus, seal, jellyfish, starfish, walrus, cow, horse, pig, sheep, goat,
  hen, donkey, rooster, goose, geese, cattle, bull, pony, chicken, bird, eagle, owl, swan, pigeon, penguin, crow,
  hawk, ostrich, sparrow, seagull, peacock, robin, bat, mole, beaver, otter, moose, reindeer, chimpanzee, cobra,
  gecko, buffalo, bison, lamb, calf, foal, piglet, duckling, parrot, stork, woodpecker, falcon, flamingo, hummingbird,
  raven, vulture, badger, skunk, jaguar, coyote, rabbit, stingray, snail, worm, dinosaur, duck
veterinarian: vet, veterinarian, animal doctor, animal hospital, veterinary
countries: usa, united states, america, canada, mexico, brazil, argentina, chile, colombia, peru, venezuela, cuba,
  england, scotland, wales, ireland, britain, united kingdom, uk, france, germany, spain, italy, portugal,
  netherlands, holland, belgium, switzerland, austria, poland, hungary, greece, turkey, russia, ukraine, sweden,
  norway, denmark, finland, iceland, romania, bulgaria, serbia, croatia, czechia, czech republic, slovakia, slovenia,
  egypt, morocco, nigeria, kenya, south africa, ethiopia, ghana, algeria, tunisia, israel, iran, iraq, saudi arabia,
  india, pakistan, bangladesh, china, japan, korea, south korea, north korea, thailand, vietnam, indonesia, malaysia,
  philippines, singapore, taiwan, australia, new zealand, jamaica, ecuador, bolivia, uruguay, costa rica, panama,
  dominican republic, afghanistan, syria, lebanon, jordan, qatar, kuwait, nepal, sri lanka, luxembourg, estonia,
  latvia, lithuania, cyprus, malta, albania, bosnia, georgia, uganda, tanzania, zimbabwe, country, abroad, overseas,
  paraguay, guatemala, honduras, nicaragua, el salvador, haiti, cambodia, laos, myanmar, mongolia, fiji, puerto rico,
  hong kong, europe, asia, africa, antarctica, north america, south america, oceania, continent, monaco, belarus,
  moldova, armenia, azerbaijan, kazakhstan, uzbekistan, libya, sudan, somalia, senegal, cameroon, congo, angola,
  mozambique, zambia, botswana, namibia, madagascar, rwanda, ivory coast, mali, yemen, oman, bahrain, bhutan,
  maldives, mauritius, bahamas, barbados, trinidad, macedonia, montenegro, kosovo, liechtenstein, northern ireland,
  uae, great britain, greenland, samoa, malawi, liberia, gambia, turkmenistan, kyrgyzstan, tajikistan, belize, guyana,
  suriname, palestine, vatican
nationalities: american, british, english, scottish, irish, welsh, german, french, italian, spanish, dutch, swedish,
  danish, norwegian, polish, russian, chinese, japanese, indian, mexican, canadian, australian, brazilian, greek,
  turkish, korean, swiss, austrian, belgian, nationality, egyptian, thai, vietnamese, portuguese, hungarian, finnish,
  czech, ukrainian, romanian, israeli, iranian, pakistani, filipino, argentinian, colombian, cuban, african, asian,
  european, lebanese, arab, moroccan, nigerian, foreigner
languages: english, spanish, french, german, italian, portuguese, russian, chinese, mandarin, cantonese, japanese,
  korean, arabic, hindi, swahili, dutch, swedish, norwegian, danish, finnish, polish, czech, hungarian, hebrew, latin,
  greek, turkish, language, vietnamese, ukrainian, romanian, thai, bengali, urdu, punjabi, persian, farsi, gaelic,
  welsh, icelandic, croatian, bulgarian, serbian, tagalog, filipino
us states: california, texas, florida, new york, ohio, illinois, georgia, michigan, arizona, washington, oregon,
  colorado, utah, nevada, alaska, hawaii, virginia, pennsylvania, new jersey, massachusetts, maryland, tennessee,
  kentucky, indiana, wisconsin, minnesota, iowa, missouri, kansas, oklahoma, louisiana, alabama, mississippi,
  arkansas, nebraska, montana, idaho, wyoming, north carolina, south carolina, north dakota, south dakota, new mexico,
  maine, vermont, new hampshire, connecticut, rhode island, delaware, west virginia, state
cities: new york, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas, san francisco,
  boston, seattle, denver, atlanta, miami, detroit, las vegas, orlando, portland, austin, new orleans, minneapolis,
  cleveland, baltimore, pittsburgh, st louis, nashville, charlotte, tampa, washington, san jose, memphis, salt lake,
  honolulu, milwaukee, cincinnati, indianapolis, sacramento, kansas city, oklahoma city, nyc, buffalo, tucson,
  albuquerque, fresno, omaha, tulsa, raleigh, richmond, anchorage, el paso, fort worth, louisville, jacksonville,
  columbus, st paul, des moines, santa fe, boise, tallahassee, london, paris, berlin, rome, madrid, barcelona,
  amsterdam, vienna, prague, budapest, warsaw, dublin, lisbon, athens, moscow, istanbul, cairo, dubai, tokyo, beijing,
  shanghai, hong kong, singapore, sydney, melbourne, toronto, vancouver, montreal, munich, milan, venice, florence,
  zurich, geneva, brussels, copenhagen, stockholm, oslo, helsinki, edinburgh, glasgow, manchester, liverpool,
  birmingham, delhi, mumbai, bangkok, seoul, mexico city, buenos aires, cape town, hamburg, frankfurt, jerusalem,
  johannesburg, lagos, nairobi, kiev, kyiv, bucharest, osaka, kyoto, bali, cancun, leeds, bristol, belfast, cardiff,
  naples, turin, seville, valencia, porto, lyon, marseille, rotterdam, antwerp, cologne, stuttgart, dresden, leipzig,
  krakow, riga, vilnius, tallinn, belgrade, zagreb, sofia, reykjavik, tel aviv, abu dhabi, doha, riyadh, tehran,
  baghdad, karachi, kolkata, bangalore, chennai, jakarta, manila, kuala lumpur, taipei, hanoi, brisbane, perth,
  auckland, wellington, ottawa, calgary, quebec, rio, sao paulo, lima, bogota, santiago, caracas, havana, casablanca,
  marrakesh, addis ababa, accra, saint petersburg, salzburg, bern, bratislava, ljubljana
city: city, town, village, municipality, suburb, capital, metropolis, cities, downtown, city centre, city center,
  town centre, inner city, old town
town hall: city hall, town hall, council, city council, local authority, municipality, pothole, streetlight,
  street light, road repair, pavement, sidewalk, graffiti, street lamp, building permit, planning permission, zoning,
  planning application
emergency services: police, ambulance, fire department, fire brigade, paramedic, firefighter, emergency number,
  evacuate, fire drill, emergency exit, fire alarm, smoke detector, emergency services, policeman
places in town: park, zoo, cinema, theater, theatre, aquarium, amusement park, playground, bowling alley, theme park,
  casino, nightclub, water park, stadium, circus, opera, pool, swimming pool, sauna, spa, hot tub, jacuzzi,
  steam room, library, museum, hospital, police station, post office, courthouse, fire station, community center,
  community centre, gallery, exhibition, art gallery, school
landscape: mountain, river, lake, sea, ocean, beach, forest, island, desert, hill, valley, coast, field, waterfall,
  cave, cliff, jungle, woods, canyon, glacier, swamp, volcano, shore, seaside, sand, waterfront
planets: mercury, venus, earth, mars, jupiter, saturn, uranus, neptune, pluto, moon, sun, planet, space, star, galaxy,
  universe, nasa, rocket, astronaut, solar system, comet, spaceship, satellite, telescope, asteroid
zodiac: aries, taurus, gemini, leo, virgo, libra, scorpio, sagittarius, capricorn, aquarius, pisces, horoscope,
  zodiac, star sign
weather: weather, forecast, weather forecast, weather report, climate, rain, snow, sunny, cloudy, windy, storm, fog,
  hail, thunder, lightning, rainy, wind, snowy, foggy, stormy, sunshine, humid, thunderstorm, drizzle, blizzard,
  humidity, cloud, rainbow, frost, heatwave, raining, snowing, ice
temperature: temperature, degrees, how hot, how cold, how warm, celsius, fahrenheit, thermometer, kelvin, degree,
  centigrade
environment: environment, pollution, climate change, global warming, sustainable, eco friendly, green energy,
  carbon footprint, sustainability, emissions, solar, wind power, nuclear, coal, natural gas, solar panels,
  hydropower, renewable
`;
