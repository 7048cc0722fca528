export const LEISURE = `
numbers: zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen,
  sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred,
  thousand, million, billion, trillion
ordinals: first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, twentieth
units length: meter, metre, kilometer, kilometre, mile, foot, feet, inch, inches, yard, centimeter, centimetre,
  millimeter, millimetre, km, cm, mm, ft, acre, hectare, square feet, square meter, square metre, square mile,
  square foot
units weight: kilogram, gram, pound, ounce, ton, kilo, kg, stone, lb, lbs, oz, milligram, tonne
units volume: liter, litre, gallon, cup, pint, quart, tablespoon, teaspoon, milliliter, millilitre, ml, tbsp, tsp,
  fluid ounce
calculate: calculate, math, compute, calculation, calculator, sum, plus, divided by, multiply, divide, subtract,
  square root, squared, addition, division, subtraction, multiplication, equals, cubed, percent, percentage, per cent,
  proportion, ratio, minus
weight: weight, weigh, how heavy, mass, measure, measurement, gauge
amount: amount, quantity, number, sum, total, count, quantities, overall, altogether, in total, grand total, how many,
  bulk
maximum: maximum, max, limit, at most, up to, upper limit, highest
minimum: minimum, min, at least, lower limit, lowest
random: random, dice, coin, toss, roll, dice roll, flip, die, coin flip, random number, number between
music: music, song, play, tune, track, album, playlist, melody, songs, lyrics
music styles: rock, pop, jazz, classical, hip hop, rap, country music, blues, reggae, metal, techno, folk, punk,
  opera, soul, disco, electronic music, heavy metal, gospel, ska, house music, edm, pop music, trance, latin music,
  grunge, indie, swing, bluegrass, ballad
instruments: guitar, piano, violin, drums, flute, trumpet, saxophone, cello, clarinet, harp, keyboard, bass, ukulele,
  trombone, harmonica, accordion, banjo, drum, oboe, tuba, organ, mandolin, viola, xylophone, recorder, bagpipes,
  french horn, tambourine, double bass, synthesizer
musicians: singer, band, musician, artist, sing, sang, sung, composer, vocalist, choir, orchestra
film: movie, film, motion picture, flick, cinema, trailer
film genres: comedy, drama, horror, thriller, action, romance, documentary, science fiction, western, fantasy,
  cartoon, animation, scifi, musical, romantic comedy, crime film, mystery, war film, adventure, biography, animated,
  superhero, sitcom
television: tv, television, channel, telly, tv show, series, episode, sitcom, broadcast, soap opera, radio, podcast,
  radio station, fm
actor: actor, actress, movie star, cast, starring, film star, celebrity, star, famous person, famous, idol
game: game, video game, board game, playstation, xbox, nintendo, gaming, minecraft, fortnite, computer game, chess,
  monopoly, scrabble, poker, checkers, bingo, crossword, sudoku, hangman, solitaire, card game
gamble: gamble, bet, lottery, casino, gambling, betting, jackpot, lotto
sports: football, soccer, basketball, baseball, tennis, golf, hockey, swimming, cycling, skiing, volleyball, rugby,
  cricket, boxing, skating, badminton, snowboarding, gymnastics, wrestling, karate, surfing, table tennis, squash,
  judo, climbing, horse riding, athletics, martial arts, ice hockey, sport, rowing, fencing, archery, darts, snooker,
  billiards, bowling, polo, softball, lacrosse, handball, kayaking, canoeing, triathlon, american football,
  figure skating, ballet, dancing, motor racing, diving, snorkeling, water polo, mountain biking, rock climbing,
  formula one
sports match: match, game, tournament, championship, league, world cup, olympics, super bowl, playoffs, final, nfl,
  nba, mlb, nhl, premier league, fifa, uefa, mls, score, win, won, winner, result, victory, champion
hobbies: fishing, camping, knitting, gardening, photography, hunting, sewing, hiking, pottery, crochet, hobby,
  hobbies, birdwatching, collecting, scrapbooking, sailing, scuba diving, pastime, leisure, free time, spare time,
  tent, campsite, campground, sleeping bag, caravan, motorhome, campervan, rv
art: art, painting, sculpture, artwork, statue, mural, draw, drew, drawn, sketch, paint, drawing, doodle
welfare: welfare, unemployment, social security, housing benefit, food stamps, jobseekers, child benefit, allowance,
  unemployed, jobless, laid off
start business: startup, start business, self employed, freelance, entrepreneur, freelancer
advert: advertisement, advert, ad, commercial, marketing, advertising, spam, newsletter
code: code, number, reference, booking reference, confirmation number, order number, reference number
account number: account number, iban, routing number, sort code, swift, swift code, card number, cvv, security code,
  expiry date, card details
extra fee: extra charge, additional charge, hidden fee, extra fee, surcharge, overcharged, charged twice,
  double charged, duplicate charge, billed twice, duplicate payment
divorce: divorce, divorced, separation, alimony, custody, child support, split up
win prize: prize, award, winner, competition, contest, raffle, giveaway
inheritance: inheritance, inherit, testament, estate, heir, beneficiary, last will
forget: forget, forgot, forgotten, cannot remember
contract: contract, agreement, lease
`;
