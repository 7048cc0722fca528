/**
 * Slack's limits, in characters or pieces, and where each was read (docs.slack.dev, August 2026).
 * The double of Slack in the tests has a table of its own, so that a slip of the pen here is seen there.
 */
export const LIMITS = {
  /** reference/block-kit/blocks */
  blocksInMessage: 50,
  blocksInView: 100,
  /** reference/block-kit/blocks/header-block */
  header: 150,
  /** reference/block-kit/blocks/section-block */
  sectionText: 3000,
  fields: 10,
  fieldText: 2000,
  /** reference/block-kit/blocks/actions-block */
  actions: 25,
  /** reference/block-kit/blocks/context-block */
  contextElements: 10,
  /** reference/block-kit/composition-objects/text-object */
  contextText: 3000,
  /** reference/block-kit/block-elements/button-element */
  buttonText: 75,
  actionId: 255,
  /** reference/block-kit/composition-objects/option-object, block-elements/select-menu-element */
  options: 100,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  /** reference/block-kit/composition-objects/confirmation-dialog-object */
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** reference/methods/chat.postMessage: "we recommend limiting to 4,000 characters" */
  topLevelText: 4000,
  /** the JSON of all blocks together: undocumented, about 13,200 (slackapi/bolt-js#2509 and #2867) */
  blocksJson: 12_000,
  /** reference/methods/assistant.threads.setSuggestedPrompts */
  prompts: 4,
} as const;
