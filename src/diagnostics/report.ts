/**
 * How a mistake in a source becomes data: a VFileMessage at its place.
 *
 * Kernel. Here, and nowhere else, is a message stamped with rule and severity.
 */
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Place} from '../model.ts'

/** What stays the same for every message of one rule. */
export interface RuleHead {
  /** Permanent, kebab-case; users search for it. */
  readonly id: string
  /** `fout`: the text may not be published as it stands. */
  readonly severity: 'fout' | 'waarschuwing'
}

/** What a message may carry beside its sentence. */
export interface Extra {
  /** Second place or hint, printed below the line. */
  readonly note?: string
  /**
   * Replacement for the text at the message's place, from its beginning to its
   * end; given only when certain. A line feed in it becomes the file's own.
   */
  readonly fix?: string
}

/** Put a Dutch sentence at a place of a file. */
export type Report = (
  rule: RuleHead,
  place: Place,
  reason: string,
  extra?: Extra
) => void

/** A {@link Report} that writes to one file. */
export function reportTo(file: VFile): Report {
  return (rule, place, reason, {note, fix} = {}) => {
    const message: VFileMessage = file.message(reason, {
      place: toPosition(place),
      ruleId: rule.id,
      source: 'caoc'
    })
    message.fatal = rule.severity === 'fout'
    if (note !== undefined) message.note = note
    if (fix !== undefined) message.expected = [fix]
  }
}

/** The beginning of a file: where a message stands that has no better place. */
export const fileStart: Place = {line: 1, column: 1}

function toPosition({line, column, endLine, endColumn}: Place) {
  const start = {line, column}
  return endLine === undefined || endColumn === undefined
    ? start
    : {start, end: {line: endLine, column: endColumn}}
}
