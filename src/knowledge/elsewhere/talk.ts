export const TALK = `
people these days have no manners at all
i can't stand it when somebody chews loudly
my neighbours were drilling again at six in the morning
politicians are all the same if you ask me
it's been the most boring sunday of my life
i have just finished a jigsaw of two thousand pieces
nobody reads proper newspapers any more
we saw a deer right beside the motorway
my team played like a bunch of schoolboys
teenagers never look up from their screens
that new sculpture in the park is hideous
i once met a man who had been struck by lightning
the summers used to be longer when i was a boy
i dreamt about my old teacher again last night
everyone on my train was coughing
the neighbours' boy is learning the trumpet, god help us
i used to be able to do a handstand
my grandfather was a lighthouse keeper
they don't write songs like that any longer
i think the world has gone mad
modern art is a swindle and everyone knows it
there was a fox in our garden this morning
i ran ten kilometres and my legs feel like jelly
seagulls stole my sandwich on the pier
my hair looks dreadful since it got wet

and then the other one with the hat
well anyway as i was saying
the thing about the green one
hmm maybe not the third time
because of what he said on tuesday
if only it had been the left side
something something elephants
so the man with the ladder
not that i mind but still
under the bridge near the
somewhere between seven and the river
and her cousin too i suppose
the one my aunt always talked about
blue no wait more like purple
like that time in the barn
ah well such is life
the second spoon from the left
or was it the year before
never mind the cat did it
potatoes and philosophy
just thinking out loud about clouds
if the wind were to turn
three geese and a wheelbarrow
what the fox said to the crow
oh the things you see from a bus
`;
