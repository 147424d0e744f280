/*
 * Runs TypeScript's compiler, as `ts`, over page scripts. Arguments: the compiler's libraries and the
 * sources, each as texts by path. Answers a line for each error, and the properties of each interface
 * that the sources declare, as TypeScript writes them.
 */
const [libraries, sources] = arguments;

const options = {
  allowJs: true,
  checkJs: true,
  noEmit: true,
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  // What is thrown in a page may be anything; the scripts ask for its name and message only.
  useUnknownInCatchVariables: false,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
};

/** The libraries are parsed once, for all runs on this page. */
window.parsed ??= new Map();

function parse(name, languageVersion) {
  const text = libraries[name] ?? sources[name];
  return text === undefined ? undefined : ts.createSourceFile(name, text, languageVersion, true);
}

const host = {
  fileExists: (name) => name in sources,
  readFile: (name) => sources[name],
  getSourceFile(name, languageVersion) {
    if (!(name in libraries)) {
      return parse(name, languageVersion);
    }
    if (!parsed.has(name)) {
      parsed.set(name, parse(name, languageVersion));
    }
    return parsed.get(name);
  },
  getDefaultLibFileName: () => 'lib.d.ts',
  getDefaultLibLocation: () => '',
  getCurrentDirectory: () => '',
  getCanonicalFileName: (name) => name,
  useCaseSensitiveFileNames: () => true,
  getNewLine: () => '\n',
  writeFile() {},
};

function line({file, start, messageText}) {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\s+/g, ' ');
  if (file === undefined) {
    return text;
  }
  const {line, character} = file.getLineAndCharacterOfPosition(start);
  return `${file.fileName}:${line + 1}:${character + 1} ${text}`;
}

const program = ts.createProgram(Object.keys(sources), options, host);
const diagnostics = ts.sortAndDeduplicateDiagnostics(ts.getPreEmitDiagnostics(program));

const propertiesOf = ({members}) => Object.fromEntries(members.filter(ts.isPropertySignature).map(
  (member) => [member.name.text + (member.questionToken ? '?' : ''), member.type.getText()]));

const interfaces = Object.keys(sources)
  .flatMap((name) => program.getSourceFile(name).statements.filter(ts.isInterfaceDeclaration))
  .map((declared) => [declared.name.text, propertiesOf(declared)]);

return JSON.stringify({errors: diagnostics.map(line), interfaces: Object.fromEntries(interfaces)});
