/**
 * Discord's limits, each with the page of discord.com/developers/docs that it was read on in November 2026.
 * Lengths are counted in UTF-16 units, which is never less than Discord counts.
 */
export const LIMITS = {
  /** characters of all texts of a message with Components V2 together: components/reference, "Legacy Message Component Behavior" */
  messageText: 4000,
  /** components of a message, nested ones included: components/reference */
  components: 40,
  /** children of a container; the types of discord-api-types 0.38 still name ten, the page names none */
  containerChildren: 10,
  /** buttons of an action row: components/reference#action-row */
  rowButtons: 5,
  /** components/reference#button */
  buttonLabel: 80,
  /** components/reference#anatomy-of-a-component */
  customId: 100,
  /** components/reference#string-select */
  selectOptions: 25,
  selectLabel: 100,
  selectValue: 100,
  selectPlaceholder: 150,
  /** interactions/application-commands#application-command-object */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  /** names, descriptions and values of one command together: same page, "Application Command Structure" */
  commandText: 8000,
  /** interactions/receiving-and-responding#interaction-response-object-autocomplete */
  autocompleteChoices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** characters of a nonce: resources/message#create-message */
  nonce: 25,
  /** resources/channel#start-thread-from-message */
  threadName: 100,
  /** milliseconds until an interaction must be answered: interactions/receiving-and-responding#interaction-callback */
  interactionAnswer: 3000,
} as const;
