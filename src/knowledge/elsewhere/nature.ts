export const NATURE = `
how do rainbows form after a storm
why do leaves turn red in autumn
what causes the tide to come in twice a day
how does a river carve out a canyon
explain how volcanoes build islands
where does the sand on beaches come from
is there any way to tell how far off lightning is
why is sea water salty but lakes are not
how does fog end up sitting in valleys
what gives autumn air its particular smell
when do glaciers calve the most icebergs
can a tornado lift a cow
how are pearls formed inside an oyster
which way does water spin south of the equator
does it ever get too cold to snow
tell me how coal was made underground
how much of the earth's oxygen comes from the sea
why do mountains have snow on top when they are closer to the sun
what makes quicksand so hard to get out of
are all snowflakes truly different
find out what causes the northern lights
how do deserts get so cold at night
what would happen if all the bees disappeared
how deep does sunlight reach in the ocean
why does the moon look bigger near the horizon

how do bats find their way in the dark
what do axolotls eat in the wild
why do flamingos stand on one leg
how long is an elephant pregnant
which bird can fly backwards
do fish ever sleep
are koalas actually bears
how many hearts does an octopus have
what is a group of crows called
can a kangaroo walk in reverse
how do salmon find the stream they were born in
who would win between a gorilla and a lion
where do monarch butterflies spend the winter
why are pandas black and white
tell me about the mating habits of seahorses
how high can a flea jump
is a platypus venomous
what's the lifespan of a giant tortoise
does a camel really keep water in its hump
how do chameleons change colour
when did the last thylacine die
which snakes lay eggs and which don't
name some animals that use tools
how do penguins keep their feet from freezing
why don't spiders get stuck in their own web

how does a venus flytrap know when to shut
what's the oldest living tree
why do sunflowers follow the sun
how do seeds know which way is up
is a banana plant a tree or a herb
which flowers only open at night
how long does bamboo take to grow a metre
are mushrooms plants
what makes nettles sting
where did tulips come from originally
explain photosynthesis as if i were ten
can plants hear music
how do cacti survive without rain for years
why does grass smell when it has been mown
who brought the potato to europe
what is the national flower of japan
how do mangroves cope with salt
tell me which berries in the woods are poisonous
do trees talk to each other through their roots
how old is a tree with ninety rings
when does heather bloom in scotland
what's the difference between moss and lichen
does poison ivy grow in britain
which tree is aspirin's ingredient from
how are seedless grapes propagated

why does my cat bring me dead mice
how often should you bathe a labrador
is chocolate really deadly for dogs
what can i do about a budgie that plucks its feathers
my rabbit has stopped eating hay
how do i teach a puppy not to bite
can guinea pigs live outside in winter
which dog breed is calmest with toddlers
what does it mean when a cat blinks slowly
how old is my dog in human years
do tortoises need a lamp all day
should i get one ferret or two
why does the dog spin before lying down
how long do goldfish live in a bowl
what's a funny name for a parrot
are lilies poisonous to kittens
my hamster escaped behind the cupboard
how do you trim the claws of a nervous cat
is it cruel to keep a canary in a cage
when do kittens open their eyes
who looks after a snake when it sheds
can dogs tell when you are sad
tell me how to introduce a new kitten to an old tom
why is my cockatiel screaming at dawn
does a horse need company

when should i prune my roses
how do i get rid of slugs without poison
why are the leaves of my hydrangea turning yellow
what grows well in deep shade
how far apart do you plant leeks
is it too late to sow broad beans
can i grow a lemon tree from a pip
which hedge grows fastest
what do i put on clay soil to loosen it
how often does an orchid want water
do coffee grounds help blueberries
my tomatoes have black spots at the bottom
how do you divide a clump of irises
what's eating holes in my cabbages
tell me how to start a compost heap
should i dig up dahlias before the frost
how deep do tulip bulbs go
are wood ashes good for the lawn
where in the garden does rhubarb do best
how long until asparagus can be cut
explain how to graft an apple tree
which plants attract butterflies to a balcony
why won't my wisteria flower
does moss in the lawn do any harm
who first bred the floribunda rose
`;
