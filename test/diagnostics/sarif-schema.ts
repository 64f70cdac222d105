/**
 * What SARIF 2.1.0 (OASIS, sections 3.13 and further) requires of the objects
 * that caoc writes, and nothing that it does not know: written by hand from
 * the standard, since no package of npm brings the schema itself.
 */
import {z} from 'zod'

const level = z.enum(['none', 'note', 'warning', 'error'])
const positive = z.int().min(1)
const text = z.string().min(1)
/** 3.11: a message; braces come in pairs, since a single one opens a placeholder. */
const message = z.strictObject({
  text: text.refine((value) => !/[{}]/u.test(value.replace(/\{\{|\}\}/gu, '')))
})
/** 3.12: plain text is required beside Markdown. */
const multiformat = z.strictObject({text, markdown: text.optional()})
/** 3.4: a relative reference with `/`, or an absolute URI. */
const artifactLocation = z.strictObject({
  uri: z
    .string()
    .refine((uri) => !/[\\ ]/u.test(uri) && !uri.startsWith('/'))
    .refine((uri) => new URL(uri, 'file:///base/').href.startsWith('file:///')),
  uriBaseId: text.optional()
})
/** 3.30: lines and columns count from 1; the end is not before the beginning. */
const region = z
  .strictObject({
    startLine: positive,
    startColumn: positive.optional(),
    endLine: positive.optional(),
    endColumn: positive.optional()
  })
  .refine(
    ({startLine, startColumn = 1, endLine = startLine, endColumn}) =>
      endLine > startLine ||
      (endLine === startLine && (endColumn ?? startColumn) >= startColumn)
  )
/** 3.55 to 3.57: a fix has changes, a change has replacements. */
const fix = z.strictObject({
  description: message.optional(),
  artifactChanges: z
    .array(
      z.strictObject({
        artifactLocation,
        replacements: z
          .array(
            z.strictObject({
              deletedRegion: region,
              insertedContent: z.strictObject({text: z.string()}).optional()
            })
          )
          .min(1)
      })
    )
    .min(1)
})
/** 3.27: of a result only the message is required. */
const result = z.strictObject({
  ruleId: text.optional(),
  ruleIndex: z.int().min(0).optional(),
  level: level.optional(),
  message,
  locations: z.array(
    z.strictObject({
      physicalLocation: z.strictObject({
        artifactLocation,
        region: region.optional()
      })
    })
  ),
  fixes: z.array(fix).min(1).optional()
})
/** 3.49: a reportingDescriptor. */
const rule = z.strictObject({
  id: text,
  shortDescription: multiformat,
  help: multiformat,
  defaultConfiguration: z.strictObject({level})
})

/** A log of one run. */
export const sarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: text,
          version: text,
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/u),
          language: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/u),
          rules: z.array(rule)
        })
      }),
      language: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/u),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      originalUriBaseIds: z.record(
        text,
        z.strictObject({
          uri: z.string().endsWith('/').optional(),
          description: message.optional()
        })
      ),
      results: z.array(result)
    })
  )
})
