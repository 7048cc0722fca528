export const LEISURE = `
who won the world cup in 1978
what was the score of the match last night
how many goals did pele score in his career
which team has won the most stanley cups
when did roger federer retire
tell me who holds the record in the pole vault
how long is a marathon and why exactly that length
did liverpool beat everton at the weekend
who is top of the bundesliga
who took the most wickets in the ashes of 1981
how many rounds did ali and frazier go in manila
where will the next winter olympics be held
which jockey has won the grand national most often
is chess an olympic sport
why is the tour de france leader's jersey yellow
how fast did usain bolt run in berlin
who's playing in the super bowl this year
name the only country to play in every football world cup
what's the highest break possible in snooker
how heavy is a shot put for women
was babe ruth left handed
did serena williams ever win all four majors in a year
how many players are there in a rugby league side
explain the offside rule to me
who scored for argentina in the final

how does castling work in chess
what beats a full house in poker
who invented monopoly
how many tiles are in a scrabble set
what's the best opening move in draughts
where do i find the master sword in zelda
is go harder than chess
tell me the rules of backgammon
when was tetris created
how do you beat the final boss in dark souls
which pokemon evolves into gyarados
why is the queen of spades bad in hearts
what are the odds of rolling five sixes
how long does a game of risk usually go on
can you play bridge with three people
who is the reigning world champion in chess
what's the story behind half life three
how do you solve the last layer of a rubik's cube
are there cheats for the old age of empires
why may pawns go two squares on the first move
which console sold the most units ever
did pac man have an ending
how many pieces does each side have in xiangqi
let's play hangman
think of an animal and i will guess it

is the eiffel tower taller than the chrysler building
who is richer, gates or bezos
which is deadlier, a shark or a hippo
was mozart more productive than haydn
what's bigger, australia or the moon
oxford or cambridge, which is older
who sold more records, the beatles or elvis
does paris have more people than madrid
compare the american and the french revolutions
is the nile longer than the amazon
messi or ronaldo
which came first, the telephone or the light bulb
how do star wars and star trek differ
was caesar a better general than hannibal
is tennis harder on the body than squash
picasso versus dali, who influenced more painters
which is saltier, the dead sea or the great salt lake
are cheetahs quicker than greyhounds over a mile
what separates a crocodile from an alligator
did newton or leibniz discover calculus
is whisky stronger than rum
who had the bigger empire, the mongols or the british
tolstoy or dostoevsky for a beginner
what's the difference between england and great britain
which has more floors, the empire state or the shard

why is it that time seems to go faster as you get older
why do men's shirts button on the other side
why does nobody live in antarctica for good
why is the sky blue and not violet
why do clocks run clockwise
why are wedding rings worn on that finger
why did dinosaurs get so huge
why do judges wear wigs
why does paper cut hurt so much
why is friday the thirteenth unlucky
why do stars twinkle but planets don't
why did the romans build straight roads
why are school buses in america yellow
why does the pope wear white
why is it that hot air rises but mountain tops are freezing
why do pirates have parrots in stories
why can parrots talk and crows mostly not
why do old books smell of vanilla
why are there sixty minutes in an hour
why does everybody hate the sound of their own voice on tape
why do we cry when we are happy
why is the statue of liberty green
why do bulls charge at red cloth
why is scandinavia so good at winter sports, apart from the snow
why does a mirror flip left and right but not up and down

is it true that goldfish only remember three seconds
is it true that napoleon was short
did people really believe the earth was flat
is it correct that we only use a tenth of our brain
someone told me swans can break your arm, is that so
is it a fact that ostriches bury their heads
has anyone ever survived going over niagara falls
is it true you swallow spiders in your sleep
do lemmings actually jump off cliffs
can it be that walt disney was frozen
is there any truth in the legend of king arthur
does cracking your knuckles give you arthritis
i heard that bananas are radioactive
is it really impossible to fold paper more than seven times
are bulls colour blind
was there ever a female pope
is it true that the great pyramid was once white
did nero really fiddle while rome burned
do carrots improve your eyesight or is that a myth
is it so that mosquitoes prefer certain people
my gran says the moon affects births, does it
could a coin dropped from a skyscraper kill somebody
has venice really been sinking for centuries
did the earl of oxford write shakespeare's plays
true or false, lightning never strikes twice

who will win the next election in america
will there be a third world war
what will cities look like in two hundred years
when are we going to run out of oil
will tigers be extinct by the time i am old
how much will a house in london be worth in 2050
which horse is going to win on saturday
are robots going to rule us one day
will my daughter grow taller than me
what's going to happen to bitcoin
will anyone remember me after i am gone
when will humans settle on another planet
who's going to be the next james bond
is the yellowstone volcano about to erupt
will i ever find true love
what does my horoscope say for leo
how will the world end
will england ever win the world cup again
which languages will be dead by the end of the century
does the human race have a future
what numbers will come up in the lottery
are we going to live to be a hundred and fifty
will there still be books when my children are old
how hot will summers be in fifty years
when will the war be over

how can i get rich without doing anything
what's a foolproof way to win at roulette
tell me how to flip old furniture for profit
is there money in breeding alpacas
how do people live off playing video games
which coins in my drawer might be worth a fortune
can you make a living as a street magician
how do pyramid schemes fool so many people
what stock will double by summer
are penny stocks a scam
how much do youtubers earn per million views
i want to become a millionaire before thirty
who fell for the tulip mania
what can a twelve year old do to earn pocket money
does panning for gold still pay in california
how do i become famous on the internet overnight
is buying a vineyard a sensible idea
how do card counters get caught
what could i sell at a flea market
which inventions made their inventors rich by accident
did charles ponzi ever go to jail
how do you turn a hobby like candle making into an income
what are stamps from the thirties worth
could i rent out my garden to campers
give me a secret trick to beat the bookmakers

was the moon landing faked
what is really hidden in area 51
who killed jfk if it wasn't oswald
do ghosts exist
how did they build the pyramids without aliens
has the loch ness monster ever been photographed
what happens in the bermuda triangle
are crop circles made by people with planks
is elvis still alive somewhere
what do the nazca lines mean
why do so many people claim to have seen a ufo
can some people read minds
where is atlantis supposed to have been
did nostradamus predict anything correctly
who are the illuminati
tell me about the yeti
is my house haunted if doors shut by themselves
how do mediums know things about the dead
what was the tunguska explosion
are there vampires in transylvania
how do you break a curse
does a ouija board do anything
what did the voynich manuscript turn out to be
is big brother listening through my toaster
what does it mean to see the same number everywhere

what has a neck but no head
which came first, the chicken or the egg
what walks on four legs in the morning and three at night
if a plane crashes on a border where are the survivors buried
name a country with no letter a in it
what gets wetter the more it dries
which us state is only one syllable
i speak without a mouth, what am i
what do you call the plastic tip of a shoelace
how many months have twenty eight days
who is buried in grant's tomb
what's the dot over an i called
give me a hard trivia question about rivers
a man rides in on friday and leaves on friday, how come
which king has no moustache on a playing card
seven letters, river in siberia, starts with y
what does a sphygmomanometer measure
how can eight eights make a thousand
what's the only fruit with seeds on the outside
which planet is named after the god of the sea
what colour is the black box on a plane
which english word has three double letters in a row
how many sides does a fifty pence piece have
what is as light as a feather yet nobody can hold it for long
what can run but never walks
`;
