/**
 * Discord's limits, in characters or pieces, and where each was read (docs.discord.com/developers, August 2026).
 * The double of Discord in the tests has a table of its own, so that a slip of the pen here is seen there.
 */
export const LIMITS = {
  /** resources/message, "Create Message" */
  content: 2000,
  nonce: 25,
  /** resources/message, "Embed Limits" */
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1024,
  embedFooter: 2048,
  /** title, description, fields and footer of all embeds of a message together */
  embedTotal: 6000,
  /** components/reference, "Action Row" */
  rows: 5,
  buttonsInRow: 5,
  /** components/reference, "Button" and "String Select" */
  buttonLabel: 80,
  customId: 100,
  options: 25,
  optionLabel: 100,
  optionValue: 100,
  placeholder: 150,
  /** interactions/application-commands, "Application Command Object" */
  commandName: 32,
  commandDescription: 100,
  /** interactions/receiving-and-responding, "Autocomplete" */
  completions: 25,
  completion: 100,
  /** resources/channel, "Start Thread from Message" */
  threadName: 100,
} as const;
