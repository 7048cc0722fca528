export const HISTORY = `
why did the roman empire collapse
how did the black death reach europe
who fought in the battle of lepanto
when did the berlin wall come down
what started the first world war
explain the causes of the french revolution
how long did the hundred years war really last
which pharaoh had the pyramids at abu simbel carved
did vikings wear horned helmets
where did napoleon die
how many wives did henry the eighth have beheaded
who discovered the route to india around africa
tell me about the boston tea party
what was daily life like in a medieval castle
was cleopatra egyptian or greek
who burned down the library of alexandria
how were the terracotta soldiers found
when did women get the vote in switzerland
what did people eat in the trenches
why was the suez canal so important to the british
whose assassination happened in sarajevo
give me a summary of the cuban missile crisis
how did the aztecs lose to so few spaniards
what happened to the princes in the tower
i'd like to hear about the fall of constantinople

what are the four noble truths
why do catholics eat fish on friday
who wrote the book of job
is there life after death
what did nietzsche mean by god is dead
how many gods are there in hinduism
when does ramadan begin and why does it move
explain plato's cave to me
what's the difference between sunni and shia
do we have free will
how did buddhism get to japan
what does the word amen go back to
which apostle doubted
where is mount sinai supposed to be
who founded the jesuits
can something come from nothing
tell me what stoics think about death
are quakers christians
why is there something rather than nothing
why does a good god allow suffering
did socrates write anything himself
how old is the torah
what do jains refuse to eat and why
was kant ever outside königsberg
whose razor says the simplest answer is best

when was the magna carta signed
what year did the wright brothers fly
on which day did kennedy get shot
when is bastille day and what does it mark
how long ago did the last ice age end
what date was the treaty of versailles
in what century did charlemagne live
when did india become independent
what happened on the fifth of november in 1605
which year did the titanic go down
when was the battle of hastings fought
how many years has it been since the chernobyl disaster
what anniversary did the city of rome celebrate in april
when did slavery end in brazil
what day of the week was the moon landing
when were the first modern olympics held
who was born on the fourteenth of march 1879
when did china switch to the western calendar
what important event took place in 1066
when was the euro first talked about by politicians
since when has mother's day been celebrated in america
what was going on in the world in 1848
when did the ottoman empire cease to exist
how long after columbus did the mayflower sail
tell me the date of the storming of the winter palace
`;
