/** What Discord writes for people, roles, channels, commands, emoji and times. */
const MARKS = /<(?:@[!&]?\d+|#\d+|\/[^:>]{1,100}:\d+|a?:\w+:\d+|t:-?\d+(?::\w)?)>/g;

/** What somebody says in a message, without those marks and without what it quotes. */
export function questionIn(content: string): string {
  return content
    .replace(/^>>> [\s\S]*$/m, '')
    .replace(/^> .*$/gm, '')
    .replace(MARKS, ' ')
    .replace(/@(?:everyone|here)\b/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Words that begin a question in a chat, where many leave the question mark out. */
const BEGINS =
  /^(?:so |hey |hi |hello |ok |also |and |but )*(?:how|what|whats|which|where|when|why|who|is|are|am|do|does|did|can|could|should|would|will|any(?:one|body)|has|have)\b/i;

/** Whether a message asks something. */
export function asksSomething(question: string): boolean {
  return question.includes('?') || BEGINS.test(question);
}
