/**
 * Stage: templates and a view → text.
 *
 * Handlebars at its strictest: everything is escaped, every name must exist in
 * the view, there are four functions and no way to a prototype. What is wrong
 * with a template is said with its file and line, also in a partial.
 */
import Handlebars from 'handlebars'
import {faultInParse, faultsInTree, requireEveryName} from './template-check.ts'
import {
  faultInRun,
  noTemplate,
  TemplateError,
  type TemplateFault
} from './template-error.ts'

type Compiled = ReadonlyMap<string, Handlebars.TemplateDelegate>

// One run renders many documents from the same, unchanging map.
const known = new WeakMap<ReadonlyMap<string, string>, Compiled>()

/** Fills in the template `name`; throws a {@link TemplateError} when a template is broken. */
export function renderTemplate(
  templates: ReadonlyMap<string, string>,
  name: string,
  view: object
): string {
  const compiled = known.get(templates) ?? compileAll(templates)
  known.set(templates, compiled)
  const main = compiled.get(name)
  if (!main) throw new TemplateError([{name, text: noTemplate(name)}])
  return main(view, {
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false
  })
}

function compileAll(templates: ReadonlyMap<string, string>): Compiled {
  const environment = Handlebars.create()
  const parsed = parseAll(environment, templates)
  const compiled = new Map<string, Handlebars.TemplateDelegate>()
  for (const [name, tree] of parsed) {
    requireEveryName(tree)
    const run = traced(name, environment.compile(tree, compileOptions))
    compiled.set(name, run)
    environment.registerPartial(name, run)
  }
  return compiled
}

const compileOptions: CompileOptions = {
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true
}

function parseAll(
  environment: typeof Handlebars,
  templates: ReadonlyMap<string, string>
): ReadonlyMap<string, hbs.AST.Program> {
  const parsed = new Map<string, hbs.AST.Program>()
  const faults: TemplateFault[] = []
  for (const [name, source] of templates) {
    try {
      // The line feed that ends a file is no part of a template.
      parsed.set(name, environment.parse(source.replace(/\n$/u, '')))
    } catch (error) {
      faults.push(faultInParse(name, source, error))
    }
  }
  for (const [name, tree] of parsed) {
    faults.push(...faultsInTree(name, tree, templates))
  }
  if (faults.length > 0) throw new TemplateError(faults)
  return parsed
}

/** Handlebars knows the line of a fault but not the file: the innermost template adds it. */
function traced(
  name: string,
  run: Handlebars.TemplateDelegate
): Handlebars.TemplateDelegate {
  return (view, options) => {
    try {
      return run(view, options)
    } catch (error) {
      if (error instanceof TemplateError) throw error
      throw new TemplateError([faultInRun(name, error)], {cause: error})
    }
  }
}

/** Text of our own that is printed as it stands: style sheets, never words of a regeling. */
export function trusted(text: string): object {
  return new Handlebars.SafeString(text)
}
