export const QUALITIES = `
good: good, nice, decent, pleasant, lovely, awesome, amazing, brilliant, wonderful, fantastic, excellent, superb,
  marvellous, terrific, outstanding, great
bad: bad, poor, awful, terrible, horrible, lousy, dreadful, rubbish, unpleasant
big: big, large, huge, enormous, giant, massive, bigger, biggest, spacious
small: small, little, tiny, mini, compact, petite, miniature, smaller, smallest
fast: fast, quick, rapid, speedy, swift, express, quickly, asap, faster, soon, speed up, speed, how fast, mph
slow: slow, sluggish, lag, laggy, slowly, lagging, slower, slow down
urgent: urgent, emergency, immediately, asap, right away, straight away, at once, urgently, instantly
easy: easy, simple, effortless, straightforward, easily, basic
difficult: difficult, hard, tough, complicated, complex, challenging, tricky
new: new, brand new, latest, newest, recent, modern, fresh
second hand: second hand, secondhand, pre owned, refurbished, preowned, pre loved, used car, used cars
hot: hot, warm, heat, heated, scorching, hotter
cold: cold, cool, chilly, freezing, frozen, frosty, colder, icy
loud: loud, noisy, noise, louder, racket, loudly
quiet: quiet, silent, silence, calm, peaceful, quieter, mute, hush, whisper, quietly
safe: safe, secure, safety, security, protected, protect
dangerous: dangerous, danger, hazard, risky, unsafe, risk, hazardous, harmful, poison, toxic, poisonous, venomous,
  poisoning
healthy: healthy, nutritious, wholesome, healthful
unhealthy: unhealthy, junk food, fattening
private: private, personal, confidential, privacy, secret
tired: tired, sleepy, exhausted, fatigue, weary, worn out, drowsy
hungry: hungry, starving, peckish, hunger, famished
happy: happy, glad, pleased, cheerful, delighted, joy, joyful, satisfied, excited, content, proud
sad: sad, unhappy, depressed, upset, miserable, heartbroken, lonely
angry: angry, mad, furious, annoyed, frustrated, irritated, outraged
afraid: afraid, scared, worried, fear, anxious, nervous, frightened, worry, terrified
love: love, marry, romance, romantic, date, dating, boyfriend, girlfriend, valentine
`;
