export const WORLD = `
which countries share a border with chad
where is lake titicaca
how far is iceland from norway
what sea lies between italy and croatia
name the capital of burkina faso
how many islands belong to indonesia
is greenland a country or part of denmark
does the danube flow through budapest
what language do people speak in suriname
which desert covers most of botswana
how high is kilimanjaro
tell me which two countries are doubly landlocked
where does the amazon begin
how big is tasmania compared to ireland
why is the red sea called red
who does the island of diego garcia belong to
what are the five boroughs of new york
list the baltic states for me
is istanbul in europe or in asia
how many people live in lagos
what was sri lanka called before independence
which strait separates spain from morocco
how old is the city of damascus
can you see russia from alaska
what is the flattest country on earth

how does the electoral college work
who is the prime minister of new zealand
what is the difference between the senate and the house
how many members sit in the european parliament
which party won the last election in portugal
explain proportional representation please
can a president pardon himself
who votes in the un security council
why does the uk have a house of lords
when was the last time a king ruled france
is switzerland a member of nato
what does the speaker of the house do all day
how long can a chancellor stay in office in germany
tell me who the first female president in africa was
what do libertarians believe in
should sixteen year olds be allowed to vote
who is going to lead the opposition now
how is the pope elected
who gave the longest filibuster in the american senate
which countries still have an absolute monarch
did brexit make britain poorer
how many states had to ratify the constitution
what's your view on the new immigration policy
name every us president who was impeached
are there any communist countries left

what is the difference between murder and manslaughter
can my neighbour legally build a fence that high
how long does copyright last after an author dies
is it legal to record a phone conversation in germany
who gets the house when there is no will
what counts as self defence in court
can the police search my bag without a warrant
how many jurors sit on a scottish jury
am i allowed to fly a drone over someone's garden
explain what habeas corpus is
how do i sue someone who damaged my hedge
what's the punishment for perjury
at what age is a child criminally responsible
does a verbal agreement hold up before a judge
which country abolished the death penalty first
is it against the law to collect rainwater
tell me how a class action works
who can witness a divorce settlement
what rights do grandparents have after a separation
can a dead person be libelled
when does squatting turn into ownership
how does bail get decided
do i have to testify against my husband
what did the code of hammurabi say about theft
should i plead guilty or take it to trial

who founded ikea
what caused the crash of 1929
how much is a share of tesla trading at
which company owns instagram
why did germany have hyperinflation in 1923
when was the dutch east india company dissolved
what does nestle own besides chocolate
how did nokia lose its lead
is the gold standard ever coming back
tell me how a hedge fund makes its profit
who is the ceo of samsung
how big is the economy of vietnam
how did britain get out of the slump of the seventies
did blockbuster really turn down netflix
where is lego headquartered
how many people work for walmart worldwide
explain supply and demand with an example
which country exports the most coffee
why did lehman brothers go under
what's the history behind the adidas and puma feud
are we heading into a recession
how does opec control the oil price
who came up with the invisible hand
how rich was john d rockefeller in today's terms
what is brazil's biggest export

what happened in parliament today
any news on the earthquake in turkey
who won the nobel prize this morning
what are the headlines
is the strike at the airport in rome over
how many people were hurt in the train accident
what did the president say in his speech last night
has the jury reached a verdict in that big trial
which film got the golden palm
did they find the missing hikers
what's going on in sudan
why are the farmers protesting in brussels
how is the pope doing
tell me the latest about the wildfires in greece
who resigned from the cabinet
did they catch the museum thieves
what does the paper say about the new stadium
was the rocket launch successful
when will they announce the new bishop
has the ceasefire held overnight
how did the stock market in tokyo close
what's everybody so upset about on twitter
where was the bomb from the war dug up
give me a rundown of this week's world events
who died today
`;
