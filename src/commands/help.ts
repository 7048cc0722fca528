import type { Command } from './command.ts';
import { replyOf } from './reply-of.ts';
import { featured } from './sections.ts';

/** @param others the commands that it explains */
export function createHelp(others: readonly Command[]): Command {
  return {
    name: 'help',
    description: 'What I can do and how to ask',
    parameters: [],
    example: 'help',
    parse: () => ({}),
    run(_request, library) {
      const { subject } = library.knowledge.about;
      const text = [
        `Ask me${subject === undefined ? '' : ` about ${subject}`} in your own words, spelling mistakes and all. I answer when I am sure, ask back when I am not, and say so when I cannot help.`,
        'My answers are written by people, with sources and years. I am a program that matches questions; I make nothing up.',
      ].join('\n\n');
      const items = others.map(command => `\`${command.example}\`: ${command.description}`);
      return replyOf(
        'answer',
        'help',
        [
          {
            title: 'How to ask',
            blocks: [
              { type: 'text', text },
              { type: 'list', items },
            ],
          },
        ],
        {
          confidence: 1,
          next: featured(library),
        },
      );
    },
  };
}
