export const CULTURE = `
who directed the third man
what's the ending of inception supposed to mean
how many seasons of the sopranos are there
which actor played the joker opposite heath ledger's batman
when does the new season of stranger things come out
where was game of thrones filmed
is the blair witch project based on a real case
what was the first film with sound
how did they do the special effects in king kong
who dies at the end of breaking bad
tell me the plot of casablanca
did titanic win more oscars than ben hur
whose voice is the donkey in shrek
why did they cancel firefly
what should i watch if i liked twin peaks
how long did it take to shoot apocalypse now
which bond had the lotus that went underwater
are there any good korean thrillers
name a film with tilda swinton in it
where was the lake scene in dirty dancing filmed
how old was judy garland in the wizard of oz
who wrote the screenplay for chinatown
was jaws a real shark in any scene
explain the timeline in pulp fiction
i can't remember that movie where the man lives in an airport

who was the drummer before ringo starr
what is bohemian rhapsody about
how many strings does a sitar have
why did abba split up
which key is moonlight sonata in
when did woodstock take place
where did reggae start
what's the difference between a violin and a viola
how did jimi hendrix learn the guitar
is freddie mercury buried in london
who sang the original of hallelujah
what band was dave grohl in before
tell me who influenced bob dylan most
how much did michael jackson's thriller sell
did the beach boys surf at all
whose album cover shows a prism
which opera has the toreador song
how long is wagner's ring from start to end
are the rolling stones still touring at their age
what do conductors actually do with the stick
name five blues musicians from mississippi
how do you tell a minor chord from a major one
what was the last number one by elvis
does anyone know what happened to syd barrett
why are there 88 keys on a piano

who wrote the master and margarita
what is moby dick really about
in which order should i read the discworld novels
how does great expectations end
when was frankenstein first published
why is ulysses so difficult
which novel begins with it was the best of times
did jules verne ever travel to the places he wrote about
what was george orwell's real name
how many plays did shakespeare write
tell me the moral of animal farm
whose diary was hidden in an annex in amsterdam
is sherlock holmes based on a real detective
who won the booker prize last year
what happens to heathcliff after cathy dies
where did kafka work during the day
explain the symbolism of the green light in gatsby
how long did tolkien take over the lord of the rings
are the brothers karamazov worth the effort
can you recommend a thriller set in venice
which poem has the line about the road not taken
what's the shortest novel that won a nobel author fame
who translated homer best into english
was homer one person or many
give me a list of books about the arctic

who painted the night watch
what is the mona lisa smiling about
how did michelangelo paint the ceiling lying down
which museum owns guernica
what's the difference between monet and manet
when did impressionism start
why is a blank canvas worth millions
where can one see vermeer's girl with a pearl earring
how do you tell a forged rembrandt from a real one
is banksy one person
explain cubism in two sentences
did da vinci finish the last supper
what pigments were used in cave paintings
whose sculpture is the thinker
tell me about the bauhaus school
how much did salvator mundi sell for
are there any women among the old masters
what happened to the arms of the venus de milo
which dutch painter made the tower of babel
how does fresco differ from tempera
who designed the sydney opera house
what does surrealism try to say
why did turner paint so many storms
name two paintings by caravaggio
can you describe the style of gustav klimt

where does the phrase raining cats and dogs come from
how many languages are spoken in papua new guinea
why is there a silent k in knight
which language has the most native speakers
who invented esperanto
is basque related to any other tongue
when did english lose thou and thee
how did the ampersand get its shape
what was the great vowel shift
are finnish and hungarian really cousins
tell me the origin of the name wednesday
why do americans drop the u in colour
how many letters does the hawaiian alphabet have
did the inuit truly have fifty words for snow
what's the longest palindrome in english
who deciphered the hieroglyphs
how do children learn grammar without lessons
which languages are written from right to left
what does the surname schmidt tell you about a family
is sign language the same everywhere
why are oranges called after the colour or the other way round
how old is sanskrit
what accent do they have in newcastle
explain why ok became so widespread
does any language have no word for numbers

write a poem about an old lighthouse
can you compose a wedding speech for my brother
i need an essay on the industrial revolution
make up a bedtime story with a hedgehog in it
write me a haiku about the first frost
please draft a eulogy for my grandfather
give me a catchy slogan for a lemonade stand
write the opening chapter of a crime novel set in oslo
could you come up with rhymes for silver
help me with a love letter to someone i met on a train
finish this sentence, the old man opened the door and
compose a song about missing home
i want a short play for three children about pirates
think up a name for a fantasy kingdom
write a limerick about a man from peru
do a speech in the style of churchill about washing up
tell me a ghost story
can you describe a sunset for my novel
invent a dialogue between the sun and the moon
write something funny for a retirement card
make a fairy tale out of my day at the dentist
give me five hundred words on the theme of loneliness
how would hemingway describe a bus stop
turn this into a sonnet please
what could be a good title for my memoirs

how do i knit a heel for a sock
what glue holds leather to wood
how do you get wax out of a candle mould
which needles do i need for chunky wool
can you crochet with ordinary string
how is stained glass put together
what's the easiest origami animal
how do i stop my pottery from cracking in the kiln
is linen harder to sew than cotton
how do you sharpen a chisel properly
tell me how to bind a small book by hand
what sort of wood do they make violins from
how long does oil paint take to dry
why does my crochet curl at the edges
how do i make a paper lantern
what is the stitch called that looks like little crosses
how many skeins does a jumper for a six year old take
which knot is used to finish macrame
can i dye wool with onion skins
how do you make a dovetail joint without a router
what paint sticks to terracotta
how do i turn an old jumper into a cushion
does beeswax protect an oak table
where did quilting begin
give me ideas for decorating a plain wooden box

who invented the bikini
when did men stop wearing hats
what's the difference between tweed and herringbone
why are jeans blue
where does the word paisley pattern have its home
how did coco chanel get started
which colours suit red hair
can you wear brown shoes with a black suit
what did women wear under crinolines
is corduroy back in style
how are sequins attached in haute couture
who made audrey hepburn's little black dress
when were high heels worn by men
why did people powder their wigs
what is cashmere made from
how long does it take to make a kimono
what should i wear to a garden party in june
are bow ties old fashioned
tell me about the history of the trench coat
which designer did the safety pin dress
did cowboys really wear those hats
what goes with a mustard yellow skirt
how do scotsmen wear the kilt properly
does velvet make you look older
whose wedding dress had the longest train
`;
