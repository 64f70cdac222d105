/**
 * The public API, and the order of the stages.
 *
 * Front end, once a run: `compile` = read → resolve → check, giving a corpus.
 * Back end, once a target: `consolidateHashed` → `render…` → `pack`.
 * Of two moments: `compareTexts` = consolidate twice → compare, then `renderComparison`.
 */
export type {Address, Reference} from './citation/address.ts'
export {indexLaws} from './citation/law-index.ts'
export {readReferences} from './citation/read.ts'
export {writeAddress} from './citation/write.ts'
export type {Change, Comparison} from './comparison.ts'
export {
  type Finding,
  formatFindings,
  hasErrors
} from './diagnostics/reporter.ts'
export type {
  Bron,
  Consolidation,
  Corpus,
  DatedText,
  IsoDate,
  Moment,
  Regeling,
  Route,
  SourceTree,
  Unit,
  UnitText,
  Version,
  Wijziging
} from './model.ts'
export {
  type Compared,
  compareTexts,
  type Question
} from './pipeline/comparison.ts'
export {
  type DiffFormat,
  diffFormats,
  renderComparison
} from './pipeline/comparison-formats.ts'
export {
  type Compiled,
  type CompileOptions,
  compile
} from './pipeline/compile.ts'
export {consolidateHashed} from './pipeline/consolidation.ts'
export {findUnit} from './pipeline/find.ts'
export {formatSource} from './pipeline/format.ts'
export {type Format, formats, renderFormat} from './pipeline/formats.ts'
export {merge, pack} from './publish/publication.ts'
export {isoDate} from './time/days.ts'
