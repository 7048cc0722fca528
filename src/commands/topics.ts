import { closest } from '../engine/closest.ts';
import type { Theme } from '../knowledge/knowledge.ts';
import type { Command } from './command.ts';
import type { Library } from './library.ts';
import { quote } from './quote.ts';
import { replyOf } from './reply-of.ts';
import { askEntry } from './sections.ts';

export const topics: Command = {
  name: 'topics',
  description: 'Everything I can answer, by theme',
  parameters: [
    {
      name: 'theme',
      description: 'A theme, such as money; leave it out for all of them',
      required: false,
      completes: 'theme',
    },
  ],
  example: 'topics money',
  parse: text => ({ theme: text.trim() }),
  run({ input }, library) {
    const typed = input['theme']?.trim() ?? '';
    const theme = typed === '' ? undefined : findTheme(typed, library);
    if (theme) {
      const questions = theme.entries.flatMap(id => library.entry(id)?.question ?? []);
      return replyOf('answer', typed, [{ title: theme.title, blocks: [{ type: 'list', items: questions }] }], {
        confidence: 1,
        next: theme.entries.flatMap(id => askEntry(id, library)),
      });
    }
    const { themes } = library.knowledge;
    const count = themes.reduce((sum, { entries }) => sum + entries.length, 0);
    const intro =
      typed === ''
        ? `I can answer ${count} questions in ${themes.length} ${themes.length === 1 ? 'theme' : 'themes'}. Ask in your own words, or look into one theme.`
        : `There is no theme called ${quote(typed)}. These are the themes:`;
    const items = themes.map(each => `${each.title} (${each.entries.length})`);
    return replyOf(
      typed === '' ? 'answer' : 'unknown',
      typed,
      [
        {
          title: 'Topics',
          blocks: [
            { type: 'text', text: intro },
            { type: 'list', items },
          ],
        },
      ],
      {
        confidence: typed === '' ? 1 : 0,
        next: themes
          .slice(0, 12)
          .map(each => ({ label: each.title, command: { name: 'topics', input: { theme: each.title } } })),
      },
    );
  },
};

function findTheme(typed: string, library: Library): Theme | undefined {
  const { themes } = library.knowledge;
  const lower = typed.toLowerCase();
  const exact = themes.find(theme => theme.id === lower || theme.title.toLowerCase() === lower);
  if (exact) return exact;
  const near = closest(
    typed,
    themes.flatMap(theme => [theme.id, theme.title]),
  );
  return themes.find(theme => theme.id === near || theme.title === near);
}
