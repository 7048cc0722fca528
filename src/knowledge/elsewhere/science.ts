export const SCIENCE = `
what makes a magnet lose its strength when heated
who first measured the charge of an electron
how does litmus paper know something is acidic
explain the difference between fission and fusion in simple words
at what temperature does nitrogen turn liquid
why can't anything travel faster than light
is glass really a slow moving liquid
name three noble gases
how many protons are in an atom of gold
tell me what entropy actually means
which element was discovered last
does hot water really freeze quicker than cold water
when was penicillin found by accident
how do scientists date very old bones
i want to know what dark matter is made of
could we ever build a perpetual motion machine
what did mendel grow in his monastery garden
who came up with the periodic table
how small is a quark compared with an atom
is fire a solid, a liquid or a gas
whose cat was both dead and alive
give me a short overview of string theory
why does ice float on a pond
how long does plutonium stay radioactive

how does a refrigerator make things cold
what is inside a thermos that keeps coffee hot
how do noise cancelling headphones work
why does a zip need those little teeth
explain how a jet engine gets its thrust
who invented the ball point pen
how does a microwave heat food but not the plate
why are manhole covers round
what's the little hole in an aeroplane window for
how do lifts know which floor to go to first
does a dimmer switch really save energy
how does a mechanical watch tick without a battery
when were safety matches invented
what do the numbers on an egg mean
how do they get the lead into a pencil
can you tell me how a lock and key fit together
why do golf balls have dimples
how is toothpaste striped
what keeps a bicycle upright when it is moving
how does soap get rid of grease
tell me how a steam locomotive works
are led bulbs brighter than the old kind for the same wattage
which came first, the tin or the tin opener
how do escalator handrails move at a different speed from the steps
what's the purpose of the bump on the f and j keys

how far away is the nearest star after the sun
what is saturn's ring made out of
why was pluto demoted
how many people have walked on the moon
could humans breathe on titan
what happens when you fall into a black hole
who was the first woman in orbit
how long would a trip to mars take
is there sound in outer space
tell me how old the universe is
which planet has the longest day
when will halley's comet come back
how do astronauts wash their hair
what did the voyager probes carry on board
why does venus spin backwards
are there more stars than grains of sand
how hot is the core of the sun
explain what a pulsar is
does jupiter have a solid surface
how many moons does neptune have
where do meteorites land most often
can you see the great wall from the space station
what will happen to earth when the sun dies
i want to learn about the james webb telescope
how fast is our galaxy moving

how does gps know where i am
who invented the world wide web
what is the difference between lithium and lead batteries
when was the first text message sent
how do touch screens feel a finger
why is it called bluetooth
what does a quantum computer do better
how many transistors fit on a modern chip
are self driving cars safer than people
where is most of the internet physically stored
tell me how fibre optics carry light round corners
which was the first home computer
is artificial intelligence going to be conscious
how did the enigma machine work
what happened to the concorde
can a fingerprint sensor be fooled with a photo
how much electricity does bitcoin mining use
who made the first photograph
what's the range of a nuclear submarine
explain how a hologram is made
did the moon lander really have less power than a calculator
how do 3d printers print metal
why do qwerty keyboards have that order
how long do satellites stay in orbit
what came before the transistor

how many wheels does a freight train have
what was the top speed of the flying scotsman
who built the first motorcycle
why do ships have round windows
how does a submarine go up and down
which plane can carry the most cargo
when did ford stop making the model t
is a hovercraft a boat or an aircraft
how many cylinders does a bugatti veyron have
what does the gt in gran turismo cars stand for
where were the zeppelins built
how long did the titanic take to sink
tell me why london buses are red
can a helicopter glide if its engine stops
how much thrust did saturn v have
did the delorean ever sell well
what's the turning circle of an aircraft carrier
which country drives the most on the left
are maglev trains louder than normal ones
who won the race to break the sound barrier
how heavy is a combine harvester
why were penny farthings so tall
why do racing drivers have flat tyres without tread
explain the difference between a sloop and a ketch
how old is the oldest tram still running

what is the tallest waterfall in the world
which mammal has the longest tongue
who is the oldest person ever recorded
what's the deepest point of the ocean
name the fastest train in regular service
where is the coldest inhabited village
which is the smallest republic
what was the loudest sound ever heard
how long is the longest bridge in china
what's the heaviest metal
who has the longest beard on record
which city has the most bridges
what is the rarest gemstone
where's the largest library on earth
the most poisonous frog, what is it called
which was the bloodiest battle in history
who became the youngest nobel laureate
what's the most expensive stamp ever sold
tell me the driest place on the planet
which animal has the strongest bite
what is the longest running stage play
find out the busiest railway station in the world
who was the shortest reigning monarch of england
what's the slowest creature in the sea
which alphabet has the most characters

how many people are born every minute
what percentage of the earth is covered by forest
how much does the eiffel tower weigh
how many trees are cut down each year
what's the average height of a dutch man
how many words does an average novel contain
what share of the world lives in cities
how much rain falls in bergen in a year
how many lightning strikes hit the ground per day
give me the number of castles in wales
what is the literacy rate in bolivia
how many cows are there in new zealand
how much plastic ends up in the sea
what's the divorce rate in belgium
how many miles of coast does norway have
how many people have climbed everest
what proportion of people are colour blind
how many bricks were used for the empire state building
how much gold has ever been mined
tell me the population density of singapore
how many bones does a giraffe have in its neck
what are the odds of being struck by a meteorite
how many volcanoes are active right now
how many soldiers died at verdun
how many zeros are in a quintillion

make me a cup of tea
water the tomatoes on the balcony
go and see who is at the gate
open the window, it's stuffy in here
carry these boxes up to the attic
iron my blue shirt for tonight
could you feed the hamster while i'm gone
please walk the dog round the block
pick up the kids from judo
mow the lawn before the guests get here
fix the leg of this wobbly chair
hold my hand
scratch my back please
can you catch that spider and put it outside
peel the potatoes
come here and give me a hug
clean the windows on the second floor
shovel the snow off the path
bring me a glass of water from the kitchen
cut my fringe a little shorter
paint the garden shed green
would you fold the laundry for me
hang this picture over the sofa
dig a hole for the apple tree
take the splinter out of my thumb
`;
