export const PEOPLE = `
where was marie curie born
how did beethoven compose when he was deaf
who was frida kahlo married to
what did nikola tesla die of
how many children did charlie chaplin have
did einstein really fail maths at school
when did nelson mandela get out of prison
tell me about the childhood of audrey hepburn
which university did stephen hawking teach at
what was mother teresa's real name
how old was mozart when he wrote his first piece
is jane goodall still working with chimpanzees
why did van gogh cut off his ear
whose nickname was the iron lady
who taught alexander the great
how tall was abraham lincoln
what did florence nightingale change in hospitals
was shakespeare rich when he died
how did amelia earhart disappear
where is karl marx buried
name the sisters of emily bronte
did gandhi ever live in south africa
what was muhammad ali called before he changed it
who is the current dalai lama and how was he chosen
how did agatha christie vanish for eleven days

how do vaccines train the immune system
what are the first symptoms of appendicitis
is it safe to take ibuprofen with aspirin
how long is someone contagious with chickenpox
why do we get a fever when we are ill
who carried out the first heart transplant
can you catch a cold from being cold
what does a high white blood cell count point to
how does anaesthetic put you to sleep
which blood type can be given to anybody
what should i do about a rash on my elbow
explain what an autoimmune disease is
does cranberry juice help with bladder infections
how many bones are broken most often in children
when was insulin first used on a patient
are migraines hereditary
my knee clicks when i climb stairs, is that bad
how do surgeons reattach a finger
what is the survival rate for skin cancer
tell me the side effects of penicillin
is there a cure for tinnitus
why do antibiotics not work on viruses
how long can a person be without oxygen before brain damage
what happens during an mri scan
should i see a doctor about a mole that changed colour

why do onions make you cry
where was the croissant invented
how is soy sauce fermented
what makes popcorn pop
who put the holes in swiss cheese
is a tomato a fruit
how did the sandwich get its name
which country drinks the most tea per head
why is honey able to last for thousands of years
what's the difference between cognac and brandy
when did chillies arrive in india
how hot is a carolina reaper on the scoville scale
are white eggs different from brown ones
does msg give people headaches
what gives blue cheese its veins
how is vanilla pollinated
tell me the story of the margherita pizza
can bread mould be dangerous
why does asparagus make your pee smell
how many cocoa beans go into one bar
what is haggis traditionally made from
did marco polo bring pasta to italy
where do truffles grow
which nut is actually a seed
was carrot always orange

why do we yawn when others do
how many muscles does it take to smile
what causes hiccups
is it possible to sneeze with your eyes open
why do people blush
how long can someone go without sleep
what is the function of the spleen
do twins have the same fingerprints
how does memory get stored in the brain
which bone is the smallest
why can't we tickle ourselves
what did pavlov find out with his dogs
are left handed people more creative
how fast do fingernails grow
what's behind the feeling of deja vu
explain the bystander effect
does hair really go grey from stress
who was phineas gage
how much blood is in an adult
when do babies begin to see colours
why do some people fear clowns
what are the stages of grief
can you be hypnotised against your will
how does the placebo effect work
tell me why we dream

what's the most beautiful painting in your opinion
do you think people were happier a hundred years ago
who do you reckon is the greatest footballer ever
is modern architecture ugly
should zoos be banned
what do you make of the royal family
is jazz better than classical music
do you agree that schools should scrap exams
which superhero would you most like to be
are cats smarter than dogs in your eyes
what's your stance on nuclear power
would you rather live by the sea or in the mountains
how do you feel about tattoos on the face
is it rude to eat on a train
who was the worst roman emperor if you ask me to guess
do you believe in fate
is golf really a sport
what do you think about vegetarians
does pineapple belong on a pizza
are books always better than the film
should parents read their kids' messages
tell me honestly if poetry is dead
what would be the ideal size for a city
is it wrong to like winter more than summer
which decade had the best fashion

who is taylor swift dating now
are brad and angelina talking again
how much is george clooney worth
did prince harry fall out with his brother for good
what did the kardashians do this time
is leonardo dicaprio getting married
who wore that awful dress at the met gala
has adele lost a lot of weight
which actress is expecting twins
what's the latest on britney spears
how old is tom cruise and does he look it
tell me some gossip from hollywood
why did those two singers break up after only a year
does keanu reeves have a girlfriend
where does oprah live these days
who was seen with harry styles in rome
what's the real name of lady gaga
did will smith ever apologise for the slap
are the spice girls friends in real life
how many houses does madonna own
is it true he cheated on shakira
who got thrown out of the jungle camp last night
what do david beckham's kids do
which famous couples split up this summer
how tall is danny devito

how do i tell my best friend i love her
my sister hasn't spoken to me since the funeral
what should i do when my husband never listens
is it too soon to move in together after four months
how can i get over my ex
my mother in law criticises everything i do
should i forgive a friend who lied to me
he hasn't texted back in two days, what does that mean
how do you make friends in a new town at fifty
what can i say to a friend who just lost her dad
i think my girlfriend is seeing somebody else
when is the right moment to propose
how do i stop being jealous of my brother
does she like me or is she just being nice
my parents don't approve of my boyfriend
who should apologise first after a row
what's a good topic for a first date
i feel left out whenever my flatmates go out
can a long distance relationship ever last
how do i come out to my family
should we stay together for the sake of the children
is it normal to argue every day
my dad wants to sell the house we grew up in and it hurts
why do i always fall for the wrong people
how can i get my teenage son to talk to me

would it be right to steal bread for a starving child
should i tell my colleague that her husband is cheating
is lying ever the decent thing to do
would you push one man off a bridge to save five
what if i found a wallet and nobody saw me
is it ethical to eat octopus
do we owe anything to people who aren't born yet
should a doctor tell a dying patient everything
is it cowardly not to stand up to a bully
who deserves the last place in the lifeboat
can revenge ever be just
am i a bad person for not visiting my uncle
is it immoral to be a billionaire
should i report my own brother to the police
would you bring back the dead if you could
how much should one give to beggars
does the end justify the means
is it fair to keep a genius alive instead of ten ordinary people
my friend copied my thesis, do i say something
what do you do if a promise turns out to be harmful
are animals worth as much as humans
should rich countries pay for the sins of their ancestors
is it okay to read a dead person's letters
do i have to be grateful for a gift i never wanted

when do babies start to crawl
how do i get a toddler to sleep in his own bed
my son is afraid of the dark
what age is right for a first pair of scissors
should i let my baby cry it out
how do you explain death to a four year old
is it bad if a two year old doesn't talk yet
how much screen time is too much for a child
my daughter refuses to eat anything green
what games can you play with a three year old in the car
how long do tantrums last as a phase
at what age can children stay home alone
do kids need a strict bedtime
how do i know if my child is gifted
what should i do when siblings fight all day
can you spoil a newborn by holding it too much
who decides on the name when parents disagree
how do i get gum out of a child's hair
is thumb sucking harmful for the teeth
when should boys and girls stop sharing a room
why do toddlers put everything in their mouths
which nursery rhymes are about the plague
what do i say when she asks where babies come from
how do you potty train a stubborn boy
my teenager wants a nose ring, should i allow it
`;
