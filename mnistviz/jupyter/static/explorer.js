/* Built from frontend/ by `make page`. Do not edit. */

// core/model.ts
function kernelOf(model) {
  return model.widget_manager?.kernel;
}
async function modelOf(model, id) {
  try {
    return await model.widget_manager.get_model(id);
  } catch {
    return null;
  }
}
function save(model, trait, value) {
  model.set(trait, value);
  model.save_changes();
}
function bytesOf(bytes) {
  if (typeof bytes === "string") return decoded(bytes);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
function decoded(base64) {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

// node_modules/@fluent/bundle/esm/types.js
var FluentType = class {
  /**
   * Create a `FluentType` instance.
   *
   * @param value The JavaScript value to wrap.
   */
  constructor(value) {
    this.value = value;
  }
  /**
   * Unwrap the raw value stored by this `FluentType`.
   */
  valueOf() {
    return this.value;
  }
};
var FluentNone = class extends FluentType {
  /**
   * Create an instance of `FluentNone` with an optional fallback value.
   * @param value The fallback value of this `FluentNone`.
   */
  constructor(value = "???") {
    super(value);
  }
  /**
   * Format this `FluentNone` to the fallback string.
   */
  toString(scope) {
    return `{${this.value}}`;
  }
};
var FluentNumber = class extends FluentType {
  /**
   * Create an instance of `FluentNumber` with options to the
   * `Intl.NumberFormat` constructor.
   *
   * @param value The number value of this `FluentNumber`.
   * @param opts Options which will be passed to `Intl.NumberFormat`.
   */
  constructor(value, opts = {}) {
    super(value);
    this.opts = opts;
  }
  /**
   * Format this `FluentNumber` to a string.
   */
  toString(scope) {
    if (scope) {
      try {
        const nf = scope.memoizeIntlObject(Intl.NumberFormat, this.opts);
        return nf.format(this.value);
      } catch (err) {
        scope.reportError(err);
      }
    }
    return this.value.toString(10);
  }
};
var FluentDateTime = class _FluentDateTime extends FluentType {
  static supportsValue(value) {
    if (typeof value === "number")
      return true;
    if (value instanceof Date)
      return true;
    if (value instanceof FluentType)
      return _FluentDateTime.supportsValue(value.valueOf());
    if ("Temporal" in globalThis) {
      const _Temporal = globalThis.Temporal;
      if (value instanceof _Temporal.Instant || value instanceof _Temporal.PlainDateTime || value instanceof _Temporal.PlainDate || value instanceof _Temporal.PlainMonthDay || value instanceof _Temporal.PlainTime || value instanceof _Temporal.PlainYearMonth) {
        return true;
      }
    }
    return false;
  }
  /**
   * Create an instance of `FluentDateTime` with options to the
   * `Intl.DateTimeFormat` constructor.
   *
   * @param value The number value of this `FluentDateTime`, in milliseconds.
   * @param opts Options which will be passed to `Intl.DateTimeFormat`.
   */
  constructor(value, opts = {}) {
    if (value instanceof _FluentDateTime) {
      opts = { ...value.opts, ...opts };
      value = value.value;
    } else if (value instanceof FluentType) {
      value = value.valueOf();
    }
    if (typeof value === "object" && "calendarId" in value && opts.calendar === void 0) {
      opts = { ...opts, calendar: value.calendarId };
    }
    super(value);
    this.opts = opts;
  }
  [Symbol.toPrimitive](hint) {
    return hint === "string" ? this.toString() : this.toNumber();
  }
  /**
   * Convert this `FluentDateTime` to a number.
   * Note that this isn't always possible due to the nature of Temporal objects.
   * In such cases, a TypeError will be thrown.
   */
  toNumber() {
    const value = this.value;
    if (typeof value === "number")
      return value;
    if (value instanceof Date)
      return value.getTime();
    if ("epochMilliseconds" in value) {
      return value.epochMilliseconds;
    }
    if ("toZonedDateTime" in value) {
      return value.toZonedDateTime("UTC").epochMilliseconds;
    }
    throw new TypeError("Unwrapping a non-number value as a number");
  }
  /**
   * Format this `FluentDateTime` to a string.
   */
  toString(scope) {
    if (scope) {
      try {
        const dtf = scope.memoizeIntlObject(Intl.DateTimeFormat, this.opts);
        return dtf.format(this.value);
      } catch (err) {
        scope.reportError(err);
      }
    }
    if (typeof this.value === "number" || this.value instanceof Date) {
      return new Date(this.value).toISOString();
    }
    return this.value.toString();
  }
};

// node_modules/@fluent/bundle/esm/resolver.js
var MAX_PLACEABLES = 100;
var FSI = "⁨";
var PDI = "⁩";
function match(scope, selector, key) {
  if (key === selector) {
    return true;
  }
  if (key instanceof FluentNumber && selector instanceof FluentNumber && key.value === selector.value) {
    return true;
  }
  if (selector instanceof FluentNumber && typeof key === "string") {
    let category = scope.memoizeIntlObject(Intl.PluralRules, selector.opts).select(selector.value);
    if (key === category) {
      return true;
    }
  }
  return false;
}
function getDefault(scope, variants, star) {
  if (variants[star]) {
    return resolvePattern(scope, variants[star].value);
  }
  scope.reportError(new RangeError("No default"));
  return new FluentNone();
}
function getArguments(scope, args) {
  const positional = [];
  const named2 = /* @__PURE__ */ Object.create(null);
  for (const arg of args) {
    if (arg.type === "narg") {
      named2[arg.name] = resolveExpression(scope, arg.value);
    } else {
      positional.push(resolveExpression(scope, arg));
    }
  }
  return { positional, named: named2 };
}
function resolveExpression(scope, expr) {
  switch (expr.type) {
    case "str":
      return expr.value;
    case "num":
      return new FluentNumber(expr.value, {
        minimumFractionDigits: expr.precision
      });
    case "var":
      return resolveVariableReference(scope, expr);
    case "mesg":
      return resolveMessageReference(scope, expr);
    case "term":
      return resolveTermReference(scope, expr);
    case "func":
      return resolveFunctionReference(scope, expr);
    case "select":
      return resolveSelectExpression(scope, expr);
    default:
      return new FluentNone();
  }
}
function resolveVariableReference(scope, { name }) {
  let arg;
  if (scope.params) {
    if (Object.prototype.hasOwnProperty.call(scope.params, name)) {
      arg = scope.params[name];
    } else {
      return new FluentNone(`$${name}`);
    }
  } else if (scope.args && Object.prototype.hasOwnProperty.call(scope.args, name)) {
    arg = scope.args[name];
  } else {
    scope.reportError(new ReferenceError(`Unknown variable: $${name}`));
    return new FluentNone(`$${name}`);
  }
  if (arg instanceof FluentType) {
    return arg;
  }
  switch (typeof arg) {
    case "string":
      return arg;
    case "number":
      return new FluentNumber(arg);
    case "object":
      if (FluentDateTime.supportsValue(arg)) {
        return new FluentDateTime(arg);
      }
    // eslint-disable-next-line no-fallthrough
    default:
      scope.reportError(new TypeError(`Variable type not supported: $${name}, ${typeof arg}`));
      return new FluentNone(`$${name}`);
  }
}
function resolveMessageReference(scope, { name, attr }) {
  const message = scope.bundle._messages.get(name);
  if (!message) {
    scope.reportError(new ReferenceError(`Unknown message: ${name}`));
    return new FluentNone(name);
  }
  if (attr) {
    const attribute2 = message.attributes[attr];
    if (attribute2) {
      return resolvePattern(scope, attribute2);
    }
    scope.reportError(new ReferenceError(`Unknown attribute: ${attr}`));
    return new FluentNone(`${name}.${attr}`);
  }
  if (message.value) {
    return resolvePattern(scope, message.value);
  }
  scope.reportError(new ReferenceError(`No value: ${name}`));
  return new FluentNone(name);
}
function resolveTermReference(scope, { name, attr, args }) {
  const id = `-${name}`;
  const term = scope.bundle._terms.get(id);
  if (!term) {
    scope.reportError(new ReferenceError(`Unknown term: ${id}`));
    return new FluentNone(id);
  }
  if (attr) {
    const attribute2 = term.attributes[attr];
    if (attribute2) {
      scope.params = getArguments(scope, args).named;
      const resolved2 = resolvePattern(scope, attribute2);
      scope.params = null;
      return resolved2;
    }
    scope.reportError(new ReferenceError(`Unknown attribute: ${attr}`));
    return new FluentNone(`${id}.${attr}`);
  }
  scope.params = getArguments(scope, args).named;
  const resolved = resolvePattern(scope, term.value);
  scope.params = null;
  return resolved;
}
function resolveFunctionReference(scope, { name, args }) {
  let func = scope.bundle._functions[name];
  if (!func) {
    scope.reportError(new ReferenceError(`Unknown function: ${name}()`));
    return new FluentNone(`${name}()`);
  }
  if (typeof func !== "function") {
    scope.reportError(new TypeError(`Function ${name}() is not callable`));
    return new FluentNone(`${name}()`);
  }
  try {
    let resolved = getArguments(scope, args);
    return func(resolved.positional, resolved.named);
  } catch (err) {
    scope.reportError(err);
    return new FluentNone(`${name}()`);
  }
}
function resolveSelectExpression(scope, { selector, variants, star }) {
  let sel = resolveExpression(scope, selector);
  if (sel instanceof FluentNone) {
    return getDefault(scope, variants, star);
  }
  for (const variant of variants) {
    const key = resolveExpression(scope, variant.key);
    if (match(scope, sel, key)) {
      return resolvePattern(scope, variant.value);
    }
  }
  return getDefault(scope, variants, star);
}
function resolveComplexPattern(scope, ptn) {
  if (scope.dirty.has(ptn)) {
    scope.reportError(new RangeError("Cyclic reference"));
    return new FluentNone();
  }
  scope.dirty.add(ptn);
  const result = [];
  const useIsolating = scope.bundle._useIsolating && ptn.length > 1;
  for (const elem of ptn) {
    if (typeof elem === "string") {
      result.push(scope.bundle._transform(elem));
      continue;
    }
    scope.placeables++;
    if (scope.placeables > MAX_PLACEABLES) {
      scope.dirty.delete(ptn);
      throw new RangeError(`Too many placeables expanded: ${scope.placeables}, max allowed is ${MAX_PLACEABLES}`);
    }
    if (useIsolating) {
      result.push(FSI);
    }
    result.push(resolveExpression(scope, elem).toString(scope));
    if (useIsolating) {
      result.push(PDI);
    }
  }
  scope.dirty.delete(ptn);
  return result.join("");
}
function resolvePattern(scope, value) {
  if (typeof value === "string") {
    return scope.bundle._transform(value);
  }
  return resolveComplexPattern(scope, value);
}

// node_modules/@fluent/bundle/esm/scope.js
var Scope = class {
  constructor(bundle, errors, args) {
    this.dirty = /* @__PURE__ */ new WeakSet();
    this.params = null;
    this.placeables = 0;
    this.bundle = bundle;
    this.errors = errors;
    this.args = args;
  }
  reportError(error) {
    if (!this.errors || !(error instanceof Error)) {
      throw error;
    }
    this.errors.push(error);
  }
  memoizeIntlObject(ctor, opts) {
    let cache2 = this.bundle._intls.get(ctor);
    if (!cache2) {
      cache2 = {};
      this.bundle._intls.set(ctor, cache2);
    }
    let id = JSON.stringify(opts);
    if (!cache2[id]) {
      cache2[id] = new ctor(this.bundle.locales, opts);
    }
    return cache2[id];
  }
};

// node_modules/@fluent/bundle/esm/builtins.js
function values(opts, allowed) {
  const unwrapped = /* @__PURE__ */ Object.create(null);
  for (const [name, opt] of Object.entries(opts)) {
    if (allowed.includes(name)) {
      unwrapped[name] = opt.valueOf();
    }
  }
  return unwrapped;
}
var NUMBER_ALLOWED = [
  "unitDisplay",
  "currencyDisplay",
  "useGrouping",
  "minimumIntegerDigits",
  "minimumFractionDigits",
  "maximumFractionDigits",
  "minimumSignificantDigits",
  "maximumSignificantDigits"
];
function NUMBER(args, opts) {
  let arg = args[0];
  if (arg instanceof FluentNone) {
    return new FluentNone(`NUMBER(${arg.valueOf()})`);
  }
  if (arg instanceof FluentNumber) {
    return new FluentNumber(arg.valueOf(), {
      ...arg.opts,
      ...values(opts, NUMBER_ALLOWED)
    });
  }
  if (arg instanceof FluentDateTime) {
    return new FluentNumber(arg.toNumber(), {
      ...values(opts, NUMBER_ALLOWED)
    });
  }
  throw new TypeError("Invalid argument to NUMBER");
}
var DATETIME_ALLOWED = [
  "dateStyle",
  "timeStyle",
  "fractionalSecondDigits",
  "dayPeriod",
  "hour12",
  "weekday",
  "era",
  "year",
  "month",
  "day",
  "hour",
  "minute",
  "second",
  "timeZoneName"
];
function DATETIME(args, opts) {
  let arg = args[0];
  if (arg instanceof FluentNone) {
    return new FluentNone(`DATETIME(${arg.valueOf()})`);
  }
  if (arg instanceof FluentDateTime || arg instanceof FluentNumber) {
    return new FluentDateTime(arg, values(opts, DATETIME_ALLOWED));
  }
  throw new TypeError("Invalid argument to DATETIME");
}

// node_modules/@fluent/bundle/esm/memoizer.js
var cache = /* @__PURE__ */ new Map();
function getMemoizerForLocale(locales) {
  const stringLocale = Array.isArray(locales) ? locales.join(" ") : locales;
  let memoizer = cache.get(stringLocale);
  if (memoizer === void 0) {
    memoizer = /* @__PURE__ */ new Map();
    cache.set(stringLocale, memoizer);
  }
  return memoizer;
}

// node_modules/@fluent/bundle/esm/bundle.js
var FluentBundle = class {
  /**
   * Create an instance of `FluentBundle`.
   *
   * @example
   * ```js
   * let bundle = new FluentBundle(["en-US", "en"]);
   *
   * let bundle = new FluentBundle(locales, {useIsolating: false});
   *
   * let bundle = new FluentBundle(locales, {
   *   useIsolating: true,
   *   functions: {
   *     NODE_ENV: () => process.env.NODE_ENV
   *   }
   * });
   * ```
   *
   * @param locales - Used to instantiate `Intl` formatters used by translations.
   * @param options - Optional configuration for the bundle.
   */
  constructor(locales, { functions, useIsolating = true, transform = (v) => v } = {}) {
    this._terms = /* @__PURE__ */ new Map();
    this._messages = /* @__PURE__ */ new Map();
    this.locales = Array.isArray(locales) ? locales : [locales];
    this._functions = {
      NUMBER,
      DATETIME,
      ...functions
    };
    this._useIsolating = useIsolating;
    this._transform = transform;
    this._intls = getMemoizerForLocale(locales);
  }
  /**
   * Check if a message is present in the bundle.
   *
   * @param id - The identifier of the message to check.
   */
  hasMessage(id) {
    return this._messages.has(id);
  }
  /**
   * Return a raw unformatted message object from the bundle.
   *
   * Raw messages are `{value, attributes}` shapes containing translation units
   * called `Patterns`. `Patterns` are implementation-specific; they should be
   * treated as black boxes and formatted with `FluentBundle.formatPattern`.
   *
   * @param id - The identifier of the message to check.
   */
  getMessage(id) {
    return this._messages.get(id);
  }
  /**
   * Add a translation resource to the bundle.
   *
   * @example
   * ```js
   * let res = new FluentResource("foo = Foo");
   * bundle.addResource(res);
   * bundle.getMessage("foo");
   * // → {value: .., attributes: {..}}
   * ```
   *
   * @param res
   * @param options
   */
  addResource(res, { allowOverrides = false } = {}) {
    const errors = [];
    for (let i = 0; i < res.body.length; i++) {
      let entry = res.body[i];
      if (entry.id.startsWith("-")) {
        if (allowOverrides === false && this._terms.has(entry.id)) {
          errors.push(new Error(`Attempt to override an existing term: "${entry.id}"`));
          continue;
        }
        this._terms.set(entry.id, entry);
      } else {
        if (allowOverrides === false && this._messages.has(entry.id)) {
          errors.push(new Error(`Attempt to override an existing message: "${entry.id}"`));
          continue;
        }
        this._messages.set(entry.id, entry);
      }
    }
    return errors;
  }
  /**
   * Format a `Pattern` to a string.
   *
   * Format a raw `Pattern` into a string. `args` will be used to resolve
   * references to variables passed as arguments to the translation.
   *
   * In case of errors `formatPattern` will try to salvage as much of the
   * translation as possible and will still return a string. For performance
   * reasons, the encountered errors are not returned but instead are appended
   * to the `errors` array passed as the third argument.
   *
   * If `errors` is omitted, the first encountered error will be thrown.
   *
   * @example
   * ```js
   * let errors = [];
   * bundle.addResource(
   *     new FluentResource("hello = Hello, {$name}!"));
   *
   * let hello = bundle.getMessage("hello");
   * if (hello.value) {
   *     bundle.formatPattern(hello.value, {name: "Jane"}, errors);
   *     // Returns "Hello, Jane!" and `errors` is empty.
   *
   *     bundle.formatPattern(hello.value, undefined, errors);
   *     // Returns "Hello, {$name}!" and `errors` is now:
   *     // [<ReferenceError: Unknown variable: name>]
   * }
   * ```
   */
  formatPattern(pattern, args = null, errors = null) {
    if (typeof pattern === "string") {
      return this._transform(pattern);
    }
    let scope = new Scope(this, errors, args);
    try {
      let value = resolveComplexPattern(scope, pattern);
      return value.toString(scope);
    } catch (err) {
      if (scope.errors && err instanceof Error) {
        scope.errors.push(err);
        return new FluentNone().toString(scope);
      }
      throw err;
    }
  }
};

// node_modules/@fluent/bundle/esm/resource.js
var RE_MESSAGE_START = /^(-?[a-zA-Z][\w-]*) *= */gm;
var RE_ATTRIBUTE_START = /\.([a-zA-Z][\w-]*) *= */y;
var RE_VARIANT_START = /\*?\[/y;
var RE_NUMBER_LITERAL = /(-?[0-9]+(?:\.([0-9]+))?)/y;
var RE_IDENTIFIER = /([a-zA-Z][\w-]*)/y;
var RE_REFERENCE = /([$-])?([a-zA-Z][\w-]*)(?:\.([a-zA-Z][\w-]*))?/y;
var RE_FUNCTION_NAME = /^[A-Z][A-Z0-9_-]*$/;
var RE_TEXT_RUN = /([^{}\n\r]+)/y;
var RE_STRING_RUN = /([^\\"\n\r]*)/y;
var RE_STRING_ESCAPE = /\\([\\"])/y;
var RE_UNICODE_ESCAPE = /\\u([a-fA-F0-9]{4})|\\U([a-fA-F0-9]{6})/y;
var RE_LEADING_NEWLINES = /^\n+/;
var RE_TRAILING_SPACES = / +$/;
var RE_BLANK_LINES = / *\r?\n/g;
var RE_INDENT = /( *)$/;
var TOKEN_BRACE_OPEN = /{\s*/y;
var TOKEN_BRACE_CLOSE = /\s*}/y;
var TOKEN_BRACKET_OPEN = /\[\s*/y;
var TOKEN_BRACKET_CLOSE = /\s*] */y;
var TOKEN_PAREN_OPEN = /\s*\(\s*/y;
var TOKEN_ARROW = /\s*->\s*/y;
var TOKEN_COLON = /\s*:\s*/y;
var TOKEN_COMMA = /\s*,?\s*/y;
var TOKEN_BLANK = /\s+/y;
var FluentResource = class {
  constructor(source) {
    this.body = [];
    RE_MESSAGE_START.lastIndex = 0;
    let cursor = 0;
    while (true) {
      let next = RE_MESSAGE_START.exec(source);
      if (next === null) {
        break;
      }
      cursor = RE_MESSAGE_START.lastIndex;
      try {
        this.body.push(parseMessage(next[1]));
      } catch (err) {
        if (err instanceof SyntaxError) {
          continue;
        }
        throw err;
      }
    }
    function test(re) {
      re.lastIndex = cursor;
      return re.test(source);
    }
    function consumeChar(char, errorClass) {
      if (source[cursor] === char) {
        cursor++;
        return true;
      }
      if (errorClass) {
        throw new errorClass(`Expected ${char}`);
      }
      return false;
    }
    function consumeToken(re, errorClass) {
      if (test(re)) {
        cursor = re.lastIndex;
        return true;
      }
      if (errorClass) {
        throw new errorClass(`Expected ${re.toString()}`);
      }
      return false;
    }
    function match2(re) {
      re.lastIndex = cursor;
      let result = re.exec(source);
      if (result === null) {
        throw new SyntaxError(`Expected ${re.toString()}`);
      }
      cursor = re.lastIndex;
      return result;
    }
    function match1(re) {
      return match2(re)[1];
    }
    function parseMessage(id) {
      let value = parsePattern();
      let attributes = parseAttributes();
      if (value === null && Object.keys(attributes).length === 0) {
        throw new SyntaxError("Expected message value or attributes");
      }
      return { id, value, attributes };
    }
    function parseAttributes() {
      let attrs = /* @__PURE__ */ Object.create(null);
      while (test(RE_ATTRIBUTE_START)) {
        let name = match1(RE_ATTRIBUTE_START);
        let value = parsePattern();
        if (value === null) {
          throw new SyntaxError("Expected attribute value");
        }
        attrs[name] = value;
      }
      return attrs;
    }
    function parsePattern() {
      let first;
      if (test(RE_TEXT_RUN)) {
        first = match1(RE_TEXT_RUN);
      }
      if (source[cursor] === "{" || source[cursor] === "}") {
        return parsePatternElements(first ? [first] : [], Infinity);
      }
      let indent = parseIndent();
      if (indent) {
        if (first) {
          return parsePatternElements([first, indent], indent.length);
        }
        indent.value = trim(indent.value, RE_LEADING_NEWLINES);
        return parsePatternElements([indent], indent.length);
      }
      if (first) {
        return trim(first, RE_TRAILING_SPACES);
      }
      return null;
    }
    function parsePatternElements(elements = [], commonIndent) {
      while (true) {
        if (test(RE_TEXT_RUN)) {
          elements.push(match1(RE_TEXT_RUN));
          continue;
        }
        if (source[cursor] === "{") {
          elements.push(parsePlaceable());
          continue;
        }
        if (source[cursor] === "}") {
          throw new SyntaxError("Unbalanced closing brace");
        }
        let indent = parseIndent();
        if (indent) {
          elements.push(indent);
          commonIndent = Math.min(commonIndent, indent.length);
          continue;
        }
        break;
      }
      let lastIndex = elements.length - 1;
      let lastElement = elements[lastIndex];
      if (typeof lastElement === "string") {
        elements[lastIndex] = trim(lastElement, RE_TRAILING_SPACES);
      }
      let baked = [];
      for (let element2 of elements) {
        if (element2 instanceof Indent) {
          element2 = element2.value.slice(0, element2.value.length - commonIndent);
        }
        if (element2) {
          baked.push(element2);
        }
      }
      return baked;
    }
    function parsePlaceable() {
      consumeToken(TOKEN_BRACE_OPEN, SyntaxError);
      let selector = parseInlineExpression();
      if (consumeToken(TOKEN_BRACE_CLOSE)) {
        return selector;
      }
      if (consumeToken(TOKEN_ARROW)) {
        let variants = parseVariants();
        consumeToken(TOKEN_BRACE_CLOSE, SyntaxError);
        return {
          type: "select",
          selector,
          ...variants
        };
      }
      throw new SyntaxError("Unclosed placeable");
    }
    function parseInlineExpression() {
      if (source[cursor] === "{") {
        return parsePlaceable();
      }
      if (test(RE_REFERENCE)) {
        let [, sigil, name, attr = null] = match2(RE_REFERENCE);
        if (sigil === "$") {
          return { type: "var", name };
        }
        if (consumeToken(TOKEN_PAREN_OPEN)) {
          let args = parseArguments();
          if (sigil === "-") {
            return { type: "term", name, attr, args };
          }
          if (RE_FUNCTION_NAME.test(name)) {
            return { type: "func", name, args };
          }
          throw new SyntaxError("Function names must be all upper-case");
        }
        if (sigil === "-") {
          return {
            type: "term",
            name,
            attr,
            args: []
          };
        }
        return { type: "mesg", name, attr };
      }
      return parseLiteral();
    }
    function parseArguments() {
      let args = [];
      while (true) {
        switch (source[cursor]) {
          case ")":
            cursor++;
            return args;
          case void 0:
            throw new SyntaxError("Unclosed argument list");
        }
        args.push(parseArgument());
        consumeToken(TOKEN_COMMA);
      }
    }
    function parseArgument() {
      let expr = parseInlineExpression();
      if (expr.type !== "mesg") {
        return expr;
      }
      if (consumeToken(TOKEN_COLON)) {
        return {
          type: "narg",
          name: expr.name,
          value: parseLiteral()
        };
      }
      return expr;
    }
    function parseVariants() {
      let variants = [];
      let count = 0;
      let star;
      while (test(RE_VARIANT_START)) {
        if (consumeChar("*")) {
          star = count;
        }
        let key = parseVariantKey();
        let value = parsePattern();
        if (value === null) {
          throw new SyntaxError("Expected variant value");
        }
        variants[count++] = { key, value };
      }
      if (count === 0) {
        return null;
      }
      if (star === void 0) {
        throw new SyntaxError("Expected default variant");
      }
      return { variants, star };
    }
    function parseVariantKey() {
      consumeToken(TOKEN_BRACKET_OPEN, SyntaxError);
      let key;
      if (test(RE_NUMBER_LITERAL)) {
        key = parseNumberLiteral();
      } else {
        key = {
          type: "str",
          value: match1(RE_IDENTIFIER)
        };
      }
      consumeToken(TOKEN_BRACKET_CLOSE, SyntaxError);
      return key;
    }
    function parseLiteral() {
      if (test(RE_NUMBER_LITERAL)) {
        return parseNumberLiteral();
      }
      if (source[cursor] === '"') {
        return parseStringLiteral();
      }
      throw new SyntaxError("Invalid expression");
    }
    function parseNumberLiteral() {
      let [, value, fraction = ""] = match2(RE_NUMBER_LITERAL);
      let precision = fraction.length;
      return {
        type: "num",
        value: parseFloat(value),
        precision
      };
    }
    function parseStringLiteral() {
      consumeChar('"', SyntaxError);
      let value = "";
      while (true) {
        value += match1(RE_STRING_RUN);
        if (source[cursor] === "\\") {
          value += parseEscapeSequence();
          continue;
        }
        if (consumeChar('"')) {
          return { type: "str", value };
        }
        throw new SyntaxError("Unclosed string literal");
      }
    }
    function parseEscapeSequence() {
      if (test(RE_STRING_ESCAPE)) {
        return match1(RE_STRING_ESCAPE);
      }
      if (test(RE_UNICODE_ESCAPE)) {
        let [, codepoint4, codepoint6] = match2(RE_UNICODE_ESCAPE);
        let codepoint = parseInt(codepoint4 || codepoint6, 16);
        return codepoint <= 55295 || 57344 <= codepoint ? (
          // It's a Unicode scalar value.
          String.fromCodePoint(codepoint)
        ) : (
          // Lonely surrogates can cause trouble when the parsing result is
          // saved using UTF-8. Use U+FFFD REPLACEMENT CHARACTER instead.
          "�"
        );
      }
      throw new SyntaxError("Unknown escape sequence");
    }
    function parseIndent() {
      let start = cursor;
      consumeToken(TOKEN_BLANK);
      switch (source[cursor]) {
        case ".":
        case "[":
        case "*":
        case "}":
        case void 0:
          return false;
        case "{":
          return makeIndent(source.slice(start, cursor));
      }
      if (source[cursor - 1] === " ") {
        return makeIndent(source.slice(start, cursor));
      }
      return false;
    }
    function trim(text2, re) {
      return text2.replace(re, "");
    }
    function makeIndent(blank) {
      let value = blank.replace(RE_BLANK_LINES, "\n");
      let length = RE_INDENT.exec(blank)[1].length;
      return new Indent(value, length);
    }
  }
};
var Indent = class {
  constructor(value, length) {
    this.value = value;
    this.length = length;
  }
};

// catalogues:catalogues
var catalogues_default = { "de": '## page and Python: drawing and framing\n\nframing-step = { $step ->\n    [ink] Tinte\n    [crop] zuschneiden\n    [scale] skalieren\n    [line] Strich\n   *[centre] zentrieren\n}\ndrawing-no-stroke-to-extend = Die Zeichnung hat noch keinen Strich, den du fortsetzen könntest. Rufe zuerst begin(x, y) auf.\nframing-of-photo-ink = Tinte, vom Papier getrennt\nframing-of-pad = die Zeichenfläche, { $side }x{ $side } px\nframing-cropped = Tinte auf { $width }x{ $height } px gefunden\nframing-not-cropped = aus: alle { $width }x{ $height } px\nframing-scaled = längste Seite { $side } px\nframing-paper-scaled = { $paper } px Papier werden zu { $side } px\nframing-ink-not-scaled = aus: { $ink } px Tinte werden zu { $side } px\nframing-picture-not-scaled = aus: { $picture } px werden zu { $side } px\nframing-line-changed = Strich von { $drawn } auf { $width } px\nframing-line-kept = Strich bleibt bei { $width } px\nframing-line-kept-off = aus: Strich bleibt bei { $width } px\nframing-line-not-measured = Bild zu klein, um den Strich zu messen\nframing-line-off = aus\nframing-centred = Schwerpunkt um { $right }, { $down } px verschoben\nframing-not-centred = aus: Schwerpunkt in Spalte { $column }, Zeile { $row }\nframing-no-ink = keine Tinte auf dem Papier\npicture-as-it-is = { $change ->\n    [none] { $name }: unverändert, nicht eingepasst\n   *[size] { $name }: von { $size } auf { $wanted } gebracht, nicht eingepasst\n}\n\n## page and Python: edits\n\nedited-note = { $origin }, geändert: { $changes }{ $before ->\n    [0] {""}\n   *[other] {" "}(davor noch { $before })\n}\nedited-unit = { $kind ->\n    [unit] Einheit { $index }\n   *[filter] Filter { $index }\n} in { $layer }\nedited-silenced = { $unit } stummgeschaltet\nedited-kernel = { $channel ->\n    [all] Kern von { $unit } gesetzt\n   *[one] Kern von { $unit } für Eingangskanal { $channel } gesetzt\n}\nedited-weight = Gewicht { $index } in { $layer } auf { $value } gesetzt\nedited-bias = Bias von { $unit } auf { $value } gesetzt\nedited-shuffled = Gewichte in { $layer } gemischt (Seed { $seed })\nedited-not-silenced = { $unit } lässt sich nicht stummschalten: Die Aktivierung in { $layer } macht aus 0 einen anderen Wert. Wähle eine andere Schicht oder ändere Gewichte mit set_kernel und set_bias.\n\n## page and Python: explanations\n\nanswer-flip = { $before } → { $after } bei Punkt { $points }\nnothing-to-explain = Das Blatt ist leer, also gibt es nichts zu erklären. Zeichne etwas und erkläre dann die Vorwärtsrechnung dazu.\nforward-pass-of-other-weights = Diese Vorwärtsrechnung entstand mit anderen Gewichten: Mit diesen hat { $unit } den Wert { $expected }, in ihr aber { $value }. Führe mnistviz.forward(digit, model) noch einmal aus und übergib dasselbe Modell.\nno-such-layer = Die Schicht { $layer } gibt es nicht. Wähle eine von { $layers }.\nlayer-not-explained = Die Erklärungen enden bei { $layer }, einer Schicht der Art { $kind }. Erkläre eine Schicht darunter oder eine darüber, die aus ihren Werten erklärt wird.\nactivation-not-explained = Die Erklärungen enden bei { $layer }, denn die Aktivierung { $activation } macht jeden Wert aus mehreren. Erkläre eine Schicht darunter oder eine darüber, die aus ihren Werten erklärt wird.\nlayer-named-as-digit = Eine Schicht heißt { $layer }, genau wie die Eingabe des Netzes. Gib ihr einen anderen Namen.\nno-such-unit = Die Schicht { $layer } hat keine Einheit { $unit }. Zähle ab 0: { $axes ->\n    [map] Zeile 0 bis { $row }, Spalte 0 bis { $column }, Kanal 0 bis { $channel }\n    [unit] Einheit 0 bis { $channel }\n   *[other] eine Stelle für jede Achse von { $shape }\n}; zum Beispiel { $example }.\naccount-of-sum = { $count ->\n    [one] 1 Produkt aus { $layer } { $products } + Bias { $bias }\n   *[other] { $count } Produkte aus { $layer } { $products } + Bias { $bias }\n}\naccount-of-activated-sum = { $count ->\n    [one] { $activation }({ $sum }) mit { $sum } = 1 Produkt aus { $layer } { $products } + Bias { $bias }\n   *[other] { $activation }({ $sum }) mit { $sum } = { $count } Produkte aus { $layer } { $products } + Bias { $bias }\n}\naccount-of-softmax-of-sum = { $count ->\n    [one] exp({ $sum } - { $maximum }) / { $total }, Softmax über { $logits } Logits; dieses hier: 1 Produkt aus { $layer } { $products } + Bias { $bias }\n   *[other] exp({ $sum } - { $maximum }) / { $total }, Softmax über { $logits } Logits; dieses hier: { $count } Produkte aus { $layer } { $products } + Bias { $bias }\n}\naccount-of-softmax = exp({ $sum } - { $maximum }) / { $total }, Softmax von { $unit } = { $sum } unter { $logits } Logits\naccount-of-maximum = { $count ->\n    [one] das Maximum von 1 Wert: { $unit }\n   *[other] das Maximum von { $count } Werten: { $unit }\n}\naccount-of-mean = { $count ->\n    [one] der Mittelwert von 1 Wert aus { $layer }\n   *[other] der Mittelwert von { $count } Werten aus { $layer }\n}\naccount-of-same-value = { $unit }, unverändert\naccount-of-passing = { $unit }, unverändert: { $kind } wirkt nur beim Training\naccount-of-scaled = { $value } x { $weight } + { $offset }, aus { $unit }\naccount-of-activation = { $activation }({ $value }), aus { $unit }\nreceptive-field = Zeilen { $top } bis { $bottom }, Spalten { $left } bis { $right } der Ziffer\nreceptive-field-empty = nichts von der Ziffer\nexplanation-sees = Die Einheit sieht { $field }.\nthen-softmax = dann { $layer } = { $value }, mit Softmax über alle { $count }\nthen-activation = dann { $layer } = { $activation }({ $input }) = { $value }\nlayer-not-scored = In der Vorwärtsrechnung fehlt die Schicht { $layer }. Nimm ein Netz mit den Schichten von mnistviz.build_cnn() und eine dazu passende Statistik.\n\n## page and Python: what a unit looks for\n\nmaximise-not-finite = Die Werte von { $name } sind keine endlichen Zahlen, also ist keiner davon der größte. Trainiere oder lade die Gewichte neu.\nmaximise-silent = Der Wert von { $name } bleibt { $value }, wo auch immer Tinte dazukommt oder verschwindet; von hier geht es also nicht aufwärts. Wähle eine andere Einheit oder einen anderen Anfang.\nmaximise-other-network = Das Netz hat sich inzwischen geändert, das hier gehört also zu einem anderen. Starte neu.\nmaximise-given = die Ziffer, die { $name } gefällt\n\n## page and Python: what would change the answer\n\nchanged-digit-given = { $kind ->\n    [noise] Die veränderte Ziffer, mit Rauschen\n    [add] Die veränderte Ziffer, mit mehr Tinte\n   *[remove] Die veränderte Ziffer, mit weniger Tinte\n}\nchange-of-blank-paper = Das Blatt ist leer, also gibt es keine Antwort zu ändern. Zeichne zuerst eine Ziffer.\nchange-target-read = Das Netz liest schon { $label }. Wähle ein anderes Ziel.\nchange-not-found = { $kind ->\n    [add] Es waren keine zusätzlichen Striche zu finden, die aus dieser Ziffer das Ziel machen. Versuch es mit einer anderen Änderung oder einem anderen Ziel.\n    [remove] Es waren keine Striche zu finden, ohne die aus dieser Ziffer das Ziel wird. Versuch es mit einer anderen Änderung oder einem anderen Ziel.\n   *[noise] Es war kein Rauschen zu finden, das aus dieser Ziffer das Ziel macht. Versuch es mit einem anderen Ziel.\n}\nchange-title = { $kind ->\n    [add] Tinte dazu, damit { $label } als { $target } gelesen wird\n    [remove] Tinte weg, damit { $label } als { $target } gelesen wird\n   *[noise] Rauschen, damit { $label } als { $target } gelesen wird\n}\nchange-amount = { $kind ->\n    [add] { $amount } Pixel volle Tinte kommen dazu, { $share } % von dem, was die Ziffer hat. Das ist die kleinste Änderung, die die Suche gefunden hat; vielleicht reicht auch weniger.\n    [remove] { $amount } Pixel volle Tinte fallen weg, { $share } % von dem, was die Ziffer hat. Das ist die kleinste Änderung, die die Suche gefunden hat; vielleicht reicht auch weniger.\n   *[noise] Am stärksten ändert sich ein Pixel um { $largest }, wobei 1 volle Tinte ist; alle Änderungen zusammen haben die Länge { $amount }.\n}\nchange-plausible = { $answer ->\n    [yes] Die veränderte Ziffer sieht aus wie Ziffern, die das Netz kennt.\n    [no] Die veränderte Ziffer sieht keiner Ziffer ähnlich, die das Netz kennt: Es wurde eher getäuscht als überzeugt.\n   *[unknown] Ob sie wie eine Ziffer aussieht, lässt sich nur beim mitgelieferten Netz sagen.\n}\nchange-lesson = Du siehst noch die alte Ziffer, das Netz aber nicht: Es achtet auf Zahlen, nicht auf Striche. Bilder, die jemand absichtlich verändert, um ein Netz zu täuschen, nennt man adversarial.\nchange-drawn = { $strokes ->\n    [varied] Auf der Zeichenfläche liest das Netz damit { $label } mit { $confidence } %. Das Einpassen verschiebt die Ziffer; darum sind die Striche etwas länger als nötig oder liegen daneben.\n   *[least] Auf der Zeichenfläche liest das Netz damit { $label } mit { $confidence } %.\n} { $lines ->\n    [one] „Rückgängig“ nimmt den Strich zurück.\n   *[other] Jedes „Rückgängig“ nimmt einen der { $lines } Striche zurück.\n}\nchange-given = { $kind ->\n    [undone] Auf der Zeichenfläche würden diese Striche nicht reichen, weil das Einpassen die Ziffer verschiebt. Darum bekommt das Netz die veränderte Ziffer ohne Einpassen: Es liest { $label } mit { $confidence } %. „Rückgängig“ holt deine zurück.\n   *[picture] Das Netz bekommt die veränderte Ziffer, wie sie ist, ohne Einpassen: Es liest { $label } mit { $confidence } %. „Rückgängig“ holt deine zurück.\n}\n\n## page\n\nkernel-ended = Der Notebook-Kernel dieser Zelle ist beendet. Führe die Zelle noch einmal aus.\nno-answer = Der Notebook-Kernel antwortet nicht. Wenn er beschäftigt ist, warte; wenn diese Seite aus einem Notebook gespeichert wurde, hat sie keinen Kernel: Führe das Notebook aus, um zu zeichnen.\nno-2d-canvas = Der Browser kann nicht auf einem Canvas zeichnen. Nimm eine aktuelle Version von Chrome, Firefox oder Safari.\nrange = { $low } .. { $high }\nrange-per-map = je Karte, höchstens { $low } .. { $high }\nabout = etwa { $value }\nvalue-of-unit = { $layer }, Einheit { $unit }: { $value }\ngiven-title = Das Bild, das das Netz sieht\nvalue-of-pixel = { $layer }, Zeile { $row }, Spalte { $column }: { $value }\nvalue-of-map = { $layer }, Kanal { $channel }, Zeile { $row }, Spalte { $column }: { $value }\nmap = { $layer }, Kanal { $channel }\npicture-of-values = Bild\nmap-summary = { $map }: { $kind ->\n    [picture] am hellsten\n   *[map] am stärksten\n} ({ $value }) { $down ->\n    [0] oben { $across ->\n        [0] links\n        [2] rechts\n       *[1] in der Mitte\n    }\n    [2] unten { $across ->\n        [0] links\n        [2] rechts\n       *[1] in der Mitte\n    }\n   *[1] { $across ->\n        [0] links in der Mitte\n        [2] rechts in der Mitte\n       *[1] in der Mitte\n    }\n}, { $run ->\n    [row] entlang Zeile { $row }, Spalten { $first } bis { $last }\n    [column] entlang Spalte { $column }, Zeilen { $first } bis { $last }\n   *[spot] in Zeile { $row }, Spalte { $column }\n}.\nmap-summary-extent = Werte mit demselben Vorzeichen, mindestens halb so groß, liegen in den Zeilen { $top } bis { $bottom } und den Spalten { $left } bis { $right }: { $share } von allen.\nmap-summary-zero = { $map }: überall 0.\nsummary-not-finite = { $name }: Einige Werte sind keine Zahlen, wie nach einem entgleisten Training.\nstrongest-of-maps = { $count } Karten, davon { $silent } überall 0. Die stärkste:\nunit-and-value = Einheit { $unit } ({ $value })\nunit-summary = { $name }: am größten { $largest }; am kleinsten { $smallest }; { $zeros } von { $count } sind 0.\n\n## page: language\n\n# The direction is ltr (from left to right) or rtl.\n\ntext-direction = ltr\npercent = { $number } %\n\n## page: exported page\n\nexport-title = mnistviz: eine Ziffer zeichnen und einem Netz zusehen\npage-language = Sprache\n\n## page: codec\n\ncodec-version = Die Nachricht hat Version { $received }, diese Seite liest Version { $version }. Lade die Seite neu.\ncodec-buffers = Die Nachricht hat { $count } Puffer statt 1.\ncodec-length = Die Nachricht hat { $received } Bytes; ihre Arrays brauchen { $needed }.\ncodec-unknown-dtype = Das Array { $name } der Nachricht hat einen unbekannten Typ: { $dtype }.\ncodec-array = { $received ->\n    [none] Der Nachricht fehlt das Array { $name }.\n   *[other] Die Nachricht hat ein Array { $name } vom Typ { $received } statt { $expected }.\n}\n\n## page in a notebook: trainer\n\nstart-training = Start\ncontinue-training = Weiter\npause-training = Pause\nresume-training = Fortsetzen\nstop-training = Stopp\nreset-training = Reset\ntraining-state = { $state ->\n    [ready] bereit\n    [running] aktiv\n    [paused] pausiert\n    [finished] fertig\n   *[stopped] gestoppt\n}\ntrainer-learning-rate = Lernrate\nown-learning-rate = wie kompiliert\ntrained-as-compiled = Das Modell ist kompiliert, darum trainiert es { $optimizer }. „Wie kompiliert“ behält dessen Lernrate oder Zeitplan; jede andere Wahl ersetzt sie.\ntrainer-batch-size = Batchgröße\ntraining-digits = { $subject ->\n    [digits] Ziffern\n   *[pictures] Bilder\n}\nall-digits = alle\ntrainer-epochs = Epochen\ntrainer-augmentation = Augmentierung\nno-augmentation = Die Bilder werden nicht verzerrt (augmentiert): Das gibt es nur bei den Ziffern von MNIST.\ntrainer-epoch = Epoche\nepoch-of = Epoche { $done } von { $all }\nno-epoch = Epoche –\ntrainer-batch = Batch\nbatch-of = Batch { $done } von { $all }\nno-batch = Batch –\nfirst-batch = Batch 0\ntrainer-loss = Verlust\ntrainer-accuracy = Genauigkeit\ntraining-value = { $value ->\n    [none] Training\n   *[other] Training { $value }\n}\nvalidation-value = { $value ->\n    [none] Validierung\n   *[other] Validierung { $value }\n}\ncurve-aloud = { $batches ->\n    [one] { $name } nach einem Batch: Training { $training }, Validierung { $validation }\n   *[other] { $name } nach { $batches } Batches: Training { $training }, Validierung { $validation }\n}\nnot-known-yet = noch nicht bekannt\nreplay-epoch = Gewichte nach Epoche\npresent-weights = jetzige Gewichte\nepoch-replayed = Epoche { $epoch }, Validierung { $accuracy }\nshow-present-weights = Zurück zu jetzt\nsome-epochs-kept = Die Gewichte werden alle { $distance } Epochen gespeichert, und nach der letzten.\nno-epochs-kept = Die Gewichte dieses Netzes sind zu groß, um sie nach jeder Epoche zu speichern.\ndigit-with-maps = { $subject ->\n    [digits] Ziffer, deren Karten du siehst\n   *[pictures] Bild, das das Netz liest\n}\nshow-maps-of = { $subject ->\n    [digits] Karten einer { $digit } zeigen\n   *[pictures] Ein Bild der Klasse { $digit } zeigen\n}\nread-as = gelesen als { $digit }, { $confidence }\nmap-enlarged = { $map }, vergrößert. Pfeiltasten lesen Werte vor, D beschreibt die Karte, Escape schließt.\nclose-enlarged-map = Vergrößerte Karte schließen\ntrainer-layer-keys = { $layer }. Pfeiltasten lesen Werte vor, Umschalt mit Pfeiltasten wechselt die Karte, Enter vergrößert sie, D beschreibt sie.\npoint-to-read-or-enlarge = Zeig auf einen Wert, um ihn zu lesen. Klick auf eine Karte, um sie zu vergrößern.\nwritten-and-read = { $subject ->\n    [digits] geschrieben ↓ gelesen als →\n   *[pictures] gezeigt ↓ gelesen als →\n}\ndigits-read-correctly = { $subject ->\n    [digits] { $right } von { $total } Validierungsziffern sind richtig gelesen.\n   *[pictures] { $right } von { $total } Validierungsbildern sind richtig gelesen.\n}\ntraining-aloud = Training { $state }, Epoche { $epoch } von { $epochs }\ntraining-aloud-with-result = { $subject ->\n    [digits] Training { $state }, Epoche { $epoch } von { $epochs }. Das Netz liest { $accuracy } der Validierungsziffern richtig.\n   *[pictures] Training { $state }, Epoche { $epoch } von { $epochs }. Das Netz liest { $accuracy } der Validierungsbilder richtig.\n}\n\n## page in a notebook: exercise-card\n\nexercise-your-answer = Deine Antwort\nexercise-check = Prüfen\nexercise-check-drawing = Zeichnung prüfen\nexercise-hint = Tipp\nexercise-show-answer = Lösung zeigen\nexercise-guess-first = Was erwartest du? Antworte erst, oder lass dir einen Tipp geben. Wenn du „Lösung zeigen“ noch einmal drückst, siehst du sie, und die Aufgabe endet ohne Punkte.\nverdict-right = ✓ Richtig.\nverdict-wrong = ✗ Noch nicht.\nverdict-hint = Tipp:\nverdict-answer = Die Lösung:\nverdict-refused = Das zählt nicht:\n\n## page: panel\n\npad-keys = Zeichenfläche. Zeichne mit Maus, Finger oder Eingabestift. Oder: Pfeiltasten bewegen den Stift, mit Umschalt weiter; die Leertaste setzt ihn auf oder hebt ihn ab, Escape hebt ihn ab, Entf leert, Strg Z macht rückgängig.\npen-aloud = { $pen ->\n    [down] Stift aufgesetzt bei { $x }, { $y }; { $reading }\n   *[up] Stift bei { $x }, { $y }; { $reading }\n}\nstrokes-title = Striche eintippen\nstrokes-how = Punkte als x,y von 0,0 (oben links) bis { $side },{ $side } (unten rechts), mit Leerzeichen dazwischen; nach einem Semikolon beginnt der nächste Strich.\nstrokes-field = Striche\nstrokes-draw = Zeichnen\nstrokes-invalid = { $point ->\n    [none] Es gibt keinen Punkt zu zeichnen.\n   *[other] Strich { $stroke }, Punkt { $point }: „{ $received }“ ist kein Punkt auf der Zeichenfläche.\n} Tippe Punkte als x,y mit Zahlen von 0 bis { $side }, zum Beispiel 60,70 200,70; 130,70 110,230.\nundo = Rückgängig\nclear = Leeren\nbrush = Pinsel\npictures = Bilder\nupload-picture = Bild hochladen\nsample-of = Beispiel: eine { $digit }\nown-sample = { $name }: Beispiel { $number }\nsamples = Beispiele\nother-samples = andere\nshow-other-samples = andere: Andere Beispiele zeigen\nfile-too-large = Die Datei hat { $size } MB, höchstens { $limit } MB sind erlaubt. Mach sie kleiner und versuch es noch einmal.\n\n## page: how the answer came about\n\nhistory-title = wie die Antwort entstand\nhistory-moment = Moment der Zeichnung\nhistory-point = Punkt { $points } von { $total }\nhistory-point-and-answer = Punkt { $points } von { $total }: { $answer }\nhistory-answer = { $name }, { $confidence }\nhistory-of-picture = Ein Bild wurde nicht hier gezeichnet, also ist nicht bekannt, wie es entstand. Zeichne etwas, um zu sehen, wie eine Antwort entsteht.\nhistory-of-nothing = Zeichne etwas: Hier siehst du dann, was das Netz in jedem Moment liest.\nhistory-moments = { $moments } von { $total } Momenten berechnet.\nhistory-computing = Die anderen folgen, sobald der Stift ruht.\nhistory-no-flip = Die Antwort hat nie gewechselt.\nhistory-flips = { $others ->\n    [0] Wechsel: { $flips }.\n    [one] Wechsel: { $flips }, und noch einer.\n   *[other] Wechsel: { $flips }, und { $others } weitere.\n}\nhistory-independent = Jede Klasse hat ihre eigene Wahrscheinlichkeit, darum liegen sie hier nicht übereinander.\nearlier-moment = { $points ->\n    [one] Du siehst einen früheren Moment: nach einem Punkt.\n   *[other] Du siehst einen früheren Moment: nach { $points } Punkten.\n}\nback-to-now = Zurück zu jetzt\n\n## page: explorer\n\nnetwork-sees = das Netz sieht\ndraw-a-digit = zeichne eine Ziffer\ndraw-here = hier zeichnen\nlayer-shown = gezeigte Schicht\nblank-paper = leeres Blatt\nno-prediction = keine Vorhersage\nanswer-aloud = Das Netz liest { $prediction }, Konfidenz { $confidence }\ncolours-missing = Die Farben fehlen. Führe die Zelle noch einmal aus.\nunfamiliar = Das sieht nicht wie eine Ziffer aus, die ich kenne.\nprobabilities = Wahrscheinlichkeit jeder Ziffer. Drück 0 bis 9, um eine zu erklären.\nprobabilities-alone = Wahrscheinlichkeit jeder Ziffer\ndigit-of-bar = Ziffer { $digit }\nclass-of-bar = Klasse { $name }\nprobabilities-of-classes = Wahrscheinlichkeit jeder Klasse\nindependent-of-classes = Wahrscheinlichkeit jeder Klasse für sich; zusammen kann es mehr oder weniger als 100 % sein\nprobabilities-and-keys = { $name }. Drück 0, um die erste zu erklären, 1 für die nächste, und so weiter.\nanswer-aloud-independent = Das Netz findet { $prediction } am wahrscheinlichsten, mit { $confidence }. Jede Klasse hat ihre eigene Wahrscheinlichkeit.\nother-classes = { $count ->\n    [one] und eine weitere Klasse\n   *[other] und { $count } weitere Klassen\n}\nothers-together = { $count ->\n    [one] eine weitere Klasse hat { $share }\n   *[other] { $count } weitere Klassen haben zusammen { $share }\n}\nothers-at-most = { $count ->\n    [one] eine weitere Klasse hat { $share }\n   *[other] { $count } weitere Klassen haben je höchstens { $share }\n}\nwhy = Warum?\nwhy-aloud = Warum? Frag, woher die Konfidenz kommt\npoint-to-explain = Zeig auf einen Wert, um ihn zu lesen; klick, um ihn zu erklären\ndigits-to-choose = Gefundene Ziffern\ndigit-of-several = Ziffer { $number } von { $count }\nseveral-digits = { $number ->\n    [none] { $count } Ziffern gefunden. Das Netz liest nur eine und sieht alle zusammen als eine. Wähle, welche es lesen soll.\n   *[other] { $count } Ziffern gefunden. Gelesen wird Ziffer { $number }; du kannst eine andere wählen.\n}\n\n## page: predict first\n\npredict-first = Erst schätzen\npredict-cover = Was das Netz aus der Ziffer macht, bleibt verdeckt, bis du geschätzt hast.\npredict-covered = die Antwort ist verdeckt\npredict-draw = Zeichne eine Ziffer. Bevor du siehst, was das Netz daraus macht, wirst du nach deiner Schätzung gefragt.\npredict-wait = Zeichne zu Ende. Sobald der Stift ruht, wirst du nach deiner Schätzung gefragt.\npredict-choices = Deine Schätzung\npredict-say = Das ist meine Schätzung\npredict-ask = Frage\npredict-kind-digit = welche Antwort\npredict-kind-sure = wie sicher\npredict-kind-map = welche Karte\npredict-kind-change = mehr oder weniger\npredict-kind-turn = alle im Wechsel\npredict-which-digit = Welche Ziffer wird das Netz sagen?\npredict-which-class = Was wird das Netz sagen?\npredict-told-digit = { $agrees ->\n    [yes] Du hast { $guess } gesagt, und das Netz sagt es auch ({ $confidence }).\n   *[no] Du hast { $guess } gesagt; das Netz sagt { $result } ({ $confidence }).\n}\npredict-how-sure = Wie sicher wird das Netz sein?\npredict-sure = 90 % oder mehr\npredict-unsure = unter 90 %\npredict-told-sure = { $agrees ->\n    [yes] Du hast „{ $guess }“ gesagt, und so ist es: Das Netz sagt { $name } mit { $confidence }.\n   *[no] Du hast „{ $guess }“ gesagt, aber das Netz sagt { $name } mit { $confidence }.\n}\npredict-up-or-down = Vor dieser Änderung gab das Netz der { $name } { $before }. Gibt es ihr jetzt mehr oder weniger?\npredict-up = mehr\npredict-down = weniger\npredict-the-same = gleich viel\npredict-told-change = { $agrees ->\n    [yes] Du hast „{ $guess }“ gesagt, und so ist es: Die { $name } hatte { $before } und hat jetzt { $after }.\n   *[no] Du hast „{ $guess }“ gesagt, aber die { $name } hatte { $before } und hat jetzt { $after }.\n}\npredict-which-map = Das ist der Kern von Kanal { $channel } von { $layer }. Welche der vier Karten macht er aus deiner Ziffer?\npredict-edge = Er antwortet auf { $side ->\n    [left] senkrechte Kanten mit Tinte links.\n    [right] senkrechte Kanten mit Tinte rechts.\n    [above] waagerechte Kanten mit Tinte oben.\n   *[below] waagerechte Kanten mit Tinte unten.\n}\npredict-map = Karte { $number }\npredict-kernel = Kern von Kanal { $channel }, Zeile für Zeile: { $weights }\npredict-told-map = { $agrees ->\n    [yes] Du hast { $guess } gesagt, und so ist es: Kanal { $channel } von { $layer } ergibt { $result }.\n   *[no] Du hast { $guess } gesagt, aber Kanal { $channel } von { $layer } ergibt { $result }.\n}\npredict-former = So war es, als du geschätzt hast; inzwischen ist etwas anderes zu sehen.\npredict-record = { $count ->\n    [0] deine Schätzungen: noch keine\n    [one] deine Schätzungen: { $count }, davon { $agreed } wie das Netz\n   *[other] deine Schätzungen: { $count }, davon { $agreed } wie das Netz\n}\npredict-list = Deine neuesten Schätzungen\npredict-line = { $time }, { $question }: du { $guess }, Netz { $result } { $agreed ->\n    [yes] (gleich)\n   *[no] (verschieden)\n}\npredict-others = { $count ->\n    [one] Eine ältere Schätzung steht in der Datei.\n   *[other] { $count } ältere Schätzungen stehen in der Datei.\n}\npredict-kept = Die Schätzungen bleiben in diesem Browser und werden niemandem gesendet.\npredict-not-kept = Dieser Browser behält nichts von dieser Seite: Die Schätzungen sind verloren, sobald sie geschlossen wird. Speichere sie vorher.\npredict-full = Nur die neuesten { $most } Schätzungen bleiben. Speichere eine Datei, um die älteren zu behalten.\npredict-save = Als Datei speichern\npredict-delete = Schätzungen löschen\npredict-delete-sure = { $count ->\n    [one] Diese Schätzung löschen? Sie lässt sich nicht zurückholen.\n   *[other] Alle { $count } Schätzungen löschen? Sie lassen sich nicht zurückholen.\n}\npredict-delete-all = Löschen\npredict-keep = Behalten\n\n## page: uploads without a notebook kernel\n\nupload-no-ink = Keine Tinte gefunden. Nimm einen dunkleren Stift oder mehr Licht.\nupload-not-clean = Dieses Bild hat Schatten, Linien oder mehrere Grautöne, das kann diese Seite nicht lesen. Scanne die Ziffer, mach einen Screenshot davon oder schneide sie eng aus; in einem Notebook liest mnistviz auch Fotos.\nupload-not-a-picture = Diese Datei ist beschädigt oder kein Bild. Nimm eine Datei in PNG, JPEG, WEBP, GIF oder BMP.\nupload-too-many-pixels = Das Bild hat { $width } x { $height } Pixel; erlaubt sind { $limit } Pixel und { $side } je Seite. Mach es kleiner und versuch es noch einmal.\nupload-failed = { $name }: { $reason }\nquestions-in-notebook = In einem Notebook zeigt der Explorer auch, wo eine Ziffer unter 5.000 bekannten landet, und zwei Zeichnungen nebeneinander.\n\n## page: feature maps\n\ncolours = Farben\ncolour-table = { $name ->\n    [gray] grau\n   *[other] { $name }\n}\ncolour-range = Gemeinsamer Farbbereich\nrange-by-layer = Bereich je Schicht\nrange-by-map = Bereich je Karte\nlayer-keys = { $layer }. Pfeiltasten lesen Werte vor, Umschalt mit Pfeiltasten wechselt die Karte, Enter erklärt einen Wert, D beschreibt die Karte.\ndigit-keys = { $digit }. Pfeiltasten lesen Werte vor, D beschreibt das Bild.\n\n## page: kernels\n\nflat-kernels = { $filters } Kerne { $size }\nsliced-kernels = { $filters } Kerne aus { $inputs } Scheiben { $size }\nkernels-and-range = { $kernels }, { $range }\nkernels-beyond-colours = { $kernels }, { $range }, Farben enden bei { $high }\nkernel-keys = { $layer }: { $kernels }. Pfeiltasten lesen Gewichte vor, Umschalt mit Pfeiltasten wechselt den Kern, D beschreibt ihn.\nkernel-summary = Stärkstes Gewicht: { $weight }\nweight-of-kernel = { $layer }, Kern { $kernel }, Zeile { $row }, Spalte { $column }: { $value }\nweight-of-slice = { $layer }, Kern { $kernel }, Eingangskanal { $input }, Zeile { $row }, Spalte { $column }: { $value }\n\n## page: framing\n\nframing-title = Einpassen: von der Zeichenfläche zum Netz\nframed-with-every = mit allen Schritten\nframed-as-chosen = mit deinen Schaltern\nframed-with-none = ganz ohne\nframed-in-three-ways = Was das Netz liest, auf drei Arten eingepasst\nframing-given = { $picture }. Zeichnungen und hochgeladene Bilder werden eingepasst; deine eigenen Beispiele und veränderte Ziffern bekommt das Netz, wie sie sind.\nframing-partly-off = Das Einpassen ist zum Teil aus. Das Netz bekommt die Ziffer ohne diese Schritte: { $steps }.\nframing-off = Das Einpassen ist aus: Das Netz bekommt die ganze Zeichenfläche, auf seine Größe gebracht.\nall-steps-on = alle an\nall-steps-on-aloud = alle an: Alle Schritte des Einpassens einschalten\n\n## page in a notebook: side by side\n\nbeside-title = nebeneinander\nbeside-keep = diese Zeichnung zum Vergleich merken\nbeside-nothing-kept = Merk dir eine Zeichnung, dann ändere sie oder zeichne eine andere: Du siehst beide nebeneinander.\nbeside-answers = Beide Antworten\nbeside-layers = Schicht zum Vergleichen, und um wie viel ihrer Werte sie sich unterscheidet\nbeside-share = { $share } %\nbeside-first = erste\nbeside-second = zweite\nbeside-difference = zweite - erste\nbeside-layer-of = { $layer }, { $which }\nbeside-spoken = { $first }: { $answer }; { $second }: { $other }. { $remark }\n\n## page: what a unit looks for\n\nmaximise-title = wonach sucht diese Einheit?\nmaximise-about = Vom gewählten Anfang aus ändert jeder Schritt die Tinte so, dass der Wert einer Einheit wächst.\nmaximise-layer = Schicht\nmaximise-classes = Klassen (Logits)\nmaximise-unit = Einheit\nmaximise-channel = Kanal\nmaximise-class = Klasse\nmaximise-place = Ort\nmaximise-whole-map = ganze Karte (Mittel)\nmaximise-one-place = Zeile { $row }, Spalte { $column }\nmaximise-from = Anfang\nmaximise-from-noise = Rauschen\nmaximise-from-paper = leeres Blatt\nmaximise-from-digit = die gezeichnete Ziffer\nmaximise-start = Start\nmaximise-stop = Stopp\nmaximise-progress = Fortschritt der Suche\nmaximise-picture = Ziffer, die { $name } gefällt\nmaximise-value = { $name }: { $value }\nmaximise-compared = am Anfang { $before }, bei deiner Ziffer { $own }\nmaximise-stopped = Nach { $share } % der Schritte gestoppt.\nmaximise-former = Die Suche begann mit einer früheren Ziffer, nicht mit der jetzigen.\nmaximise-reading = Das Netz liest das als { $label }, mit { $confidence }.\nmaximise-reading-blank = Das ist ein leeres Blatt, darin liest das Netz nichts.\nmaximise-doubt = Es sagt auch, dass das nicht wie eine Ziffer aussieht, die es kennt.\nmaximise-no-doubt = Seine Prüfung auf ungewohnte Ziffern meldet keine Zweifel. Das beweist wenig: Was einer Einheit gefällt, kann auch diese Prüfung täuschen.\nmaximise-feed = auf die Zeichenfläche legen\nmaximise-remark = Einer Einheit kann gefallen, was niemand zeichnen würde; das hier muss also nicht wie eine Ziffer aussehen. Ein anderer Anfang führt zu einem anderen Bild: Jedes ist eins von vielen, die der Einheit gefallen. Geändert wurde nur Tinte, die sie sieht.\nmaximise-without-digits = Welche Ziffern von MNIST ihr am besten gefallen, siehst du in einem Notebook: Diese Seite hat nicht alle 5.000.\nmaximise-spoken = { $name } hat { $value } erreicht, bei deiner Ziffer sind es { $own }. { $reading }\n\n## page in a notebook: real digits that please a unit\n\nmaximise-patches = Von 5.000 Ziffern aus MNIST gefallen diese { $name } am besten. Jede ist auf das zugeschnitten, was die Einheit sieht.\nmaximise-patches-wait = Gleich folgen die Ziffern von MNIST, die ihr am besten gefallen.\nmaximise-no-patches = Keine der 5.000 Ziffern von MNIST bewegt { $name }: Der Wert ist bei allen gleich.\nmaximise-patch = eine { $label }: { $value }\nmaximise-patch-aloud = Teil einer { $label }, den { $name } sieht, Wert { $value }\n\n## page in a notebook: neighbours\n\nneighbours-title = wo sie gelandet ist: die nächsten Ziffern\nneighbours-computing = Berechnet wird, was das Netz aus 5.000 bekannten Ziffern macht: { $share } % fertig.\nneighbours-draw = Zeichne eine Ziffer, um zu sehen, wo sie landet.\nneighbours-map = Karte von 5.000 bekannten Ziffern, jede ein Punkt. Ein Ring zeigt deine Ziffer, Punkte mit Rand ihre zehn nächsten.\nneighbours-legend = Legende der Karte\nneighbours-region = Auf der Karte liegt sie der Mitte der Klasse { $label } am nächsten.\nneighbours-nearest = Die nächsten bekannten Ziffern, und wie weit sie entfernt sind\nneighbour-to-pad = { $label } { $distance } entfernt: Diese { $label } auf die Zeichenfläche holen\nneighbours-reading = Das Netz liest diese Ziffer als { $label }.\nneighbours-of-class = { $count } × { $label }\nneighbours-classes = Ihre { $count } nächsten bekannten Ziffern: { $classes }.\nneighbours-runner-up = die nächste { $label }: Diese Klasse liegt auf Platz zwei\nneighbours-overlap = Nah heißt, dass die { $units } Werte von { $layer } ähnlich sind (euklidischer Abstand). Die Karte ({ $method }) hat nur zwei Dimensionen: Von zehn echten Nachbarn sind { $kept } auch auf ihr Nachbarn ({ $share }). Deine Ziffer liegt dort am Median ihrer zehn nächsten.\nneighbours-limits = Die Karte kann nicht sagen, wie weit Gruppen voneinander entfernt sind, und auch nicht, wie breit. Und nahe Ziffern beweisen nicht, dass eine Antwort stimmt: Sie lassen auch falsche richtig aussehen. Vergleiche also mit Platz zwei.\n\n## page: surgery\n\nsurgery-title = Eingriff: ändere das Netz\nsurgery-in-force = { $count ->\n    [one] Das Netz ist geändert: { $newest }.\n   *[other] Das Netz wurde { $count }-mal geändert, zuletzt: { $newest }.\n}\nsurgery-restore = Original wiederherstellen\nsurgery-undo = letzte Änderung zurücknehmen\nsurgery-layer = Schicht\nsurgery-unit = { $kind ->\n    [unit] Einheit\n   *[filter] Filter\n}\nsurgery-silence = stummschalten\nsurgery-silence-aloud = { $unit } stummschalten\nsurgery-shuffle = alle Gewichte in { $layer } mischen\nsurgery-bias = Bias\nsurgery-channel = Eingangskanal\nsurgery-input = Eingang\nsurgery-weight = sein Gewicht\nsurgery-kernel = Kern von { $unit }\nsurgery-row-and-column = Zeile { $row }, Spalte { $column }\nsurgery-how-to = Ändere eine Zahl und drück Enter. Wenn du Zeilen von Zahlen in den Kern einfügst, ändert er sich ganz.\nsurgery-kernel-too-large = Ein Kern mit { $rows } x { $columns } Gewichten ist zu groß, um ihn hier zu ändern. In Python geht es mit mnistviz.edit.\nsurgery-not-a-number = „{ $received }“ ist keine Zahl. Gib eine ein wie 0,5 oder -2.\nsurgery-not-in-range = { $what } „{ $received }“ gibt es nicht. Gib eine ganze Zahl von 0 bis { $last } ein.\nsurgery-other-count = Der Kern hat hier { $expected } Gewichte, eingefügt wurden aber { $received } Zahlen. Füge für jedes Gewicht eine ein, Zeile für Zeile.\nsurgery-not-finite = Mit dieser Änderung sind manche Wahrscheinlichkeiten keine Zahlen mehr. Nimm kleinere Gewichte.\nsurgery-nothing-changed = Noch ist nichts geändert.\nsurgery-edits = Änderungen, die erste ganz oben\nsurgery-undone = Zurückgenommen: { $edit }\nsurgery-restored = Das Original ist wieder da.\nsurgery-not-here = Gerade lässt sich das Netz hier nicht ändern: Seine Gewichte ändern sich, oder die Seite kann nicht damit rechnen. Warte, bis das Training ruht, oder nimm mnistviz.edit in Python.\nsurgery-needs-kernel = Wie viele Ziffern das geänderte Netz liest und welchen Filter es am meisten braucht, wird nur in einem Notebook gezählt, denn dort sind die Ziffern.\nsurgery-other-classes = Genauigkeiten und Ranglisten werden an den Ziffern 0 bis 9 gezählt, und die liest dieses Netz nicht.\nsurgery-counting = An 1.000 Ziffern wird gezählt ...\nsurgery-accuracy = Dieses Netz liest { $share } von 1.000 Trainingsziffern aus MNIST richtig, das Original { $original }.\nsurgery-accuracy-of-original = Das Original liest { $original } von 1.000 Trainingsziffern aus MNIST richtig.\nsurgery-accuracy-before = Vor der letzten Änderung waren es { $share }, beim Original { $original }.\nsurgery-ranking = { $kind ->\n    [unit] Welche Einheit\n   *[filter] Welcher Filter\n} von { $layer } ist am wichtigsten?\nsurgery-ranking-digits = für\nsurgery-all-digits = alle Ziffern\nsurgery-digit = die { $digit }\nsurgery-rank = Rangliste\nsurgery-stop = Stopp\nsurgery-progress = Rangliste\nsurgery-ranked = { $digit ->\n    [all] { $layer }: Genauigkeit, die verloren geht, wenn je eins stummgeschaltet ist\n   *[one] { $layer }: Genauigkeit, die für die { $digit } und für alle Ziffern verloren geht, wenn je eins stummgeschaltet ist\n}\nsurgery-most = { $unit } kostet am meisten: { $cost }\nsurgery-ranked-before = Das Netz wurde nach dieser Rangliste geändert.\nsurgery-cost-for = für die { $digit }\nsurgery-cost-for-all = für alle\n\n## page: what would change the answer\n\nchange-heading = was die Antwort ändern würde\nchange-kind = Änderung\nchange-kind-of = { $kind ->\n    [add] möglichst wenig Tinte dazu\n    [remove] möglichst wenig Tinte weg\n   *[noise] möglichst wenig Rauschen\n}\nchange-target = Lesen als\nchange-runner-up = Platz zwei\nchange-look = Suchen\nchange-stop = Stopp\nchange-progress = Fortschritt der Suche\nchange-stale = Diese Bilder gehören zu einer früheren Ziffer. Such für die jetzige noch einmal.\nchange-digit = die Ziffer\nchange-itself = die Änderung\nchange-changed = die geänderte Ziffer\nchange-reading = { $label }: { $share }\nchange-take = Übernehmen\nchange-not-finite = Bei dieser Ziffer oder einer geänderten sind die Werte des Netzes nicht endlich, also nicht vergleichbar. Lade seine Gewichte neu, oder nimm die letzte Änderung am Netz zurück.\nchange-on-pad = { $kind ->\n    [add] Die gestrichelte Linie auf der Zeichenfläche zeigt, wo.\n    [remove] Die Linie mit den Querstrichen auf der Zeichenfläche zeigt, wo.\n   *[noise] Rauschen kann ein Stift nicht zeichnen.\n}\nchange-spoken = { $title }. { $before }; geändert: { $after }. { $taking }\n\n## page: why this answer\n\nattribution-title = warum diese Antwort?\nattribution-class = warum\nattribution-predicted = { $label ->\n    [none] die Vorhersage\n   *[other] die Vorhersage, { $label }\n}\nattribution-other = und nicht\nattribution-no-other = (kein Vergleich)\nattribution-runner-up = { $label ->\n    [none] Platz zwei\n   *[other] Platz zwei, { $label }\n}\nattribution-method = Methode\nattribution-method-name = { $method ->\n    [integrated_gradients] Integrierte Gradienten\n    [gradient_times_input] Gradient x Eingabe\n    [occlusion] Verdeckung 3x3\n    [hires_cam] HiResCAM\n   *[grad_cam] Grad-CAM\n}\nattribution-waiting = Die Karte kommt, wenn der Stift ruht.\nattribution-former = Die Karte gehört zu einer früheren Zeichnung oder Frage. Die neue kommt, wenn der Stift ruht.\nattribution-not-finite = Bei dieser Ziffer sind die Werte des Netzes nicht endlich, also lässt sich keinem Pixel ein Anteil geben. Lade seine Gewichte neu, oder trainiere es mit einer kleineren Lernrate.\nattribution-of-weights = Karte\nattribution-of-random = Karte mit zufälligen Gewichten\nattribution-former-value = { $value } (in der früheren Karte)\nattribution-point = Zeig auf ein Pixel der Karte, um seinen Wert zu lesen.\nattribution-random-map = { $question }, zufällige Gewichte\nattribution-colours = Orange spricht dafür, Violett dagegen\nattribution-completeness = { $good ->\n    [yes] Die Werte ergeben zusammen { $sum }, und die ganze Tinte bringt gegenüber einem leeren Blatt { $whole }: Der Vollständigkeitsfehler ist { $error }.\n   *[no] Die Werte ergeben zusammen { $sum }, aber die ganze Tinte bringt gegenüber einem leeren Blatt { $whole }: Der Vollständigkeitsfehler ist { $error }, die Karte stimmt also nur ungefähr.\n}\nattribution-deletion = { $better ->\n    [yes] Löscht man die Tinte in der Reihenfolge der Karte, ist die Wahrscheinlichkeit im Mittel { $area }; in zehn zufälligen Reihenfolgen { $random }. Die Karte findet Tinte, die zählt.\n   *[no] Löscht man die Tinte in der Reihenfolge der Karte, ist die Wahrscheinlichkeit im Mittel { $area }; in zehn zufälligen Reihenfolgen { $random }. Hier ist die Karte also nicht besser als der Zufall.\n}\nattribution-deletion-waiting = Die Löschkurve wird berechnet.\nattribution-curve = Wahrscheinlichkeit, { $question }, wenn bis zur Hälfte der Tinte gelöscht wird\nattribution-curve-map = in der Reihenfolge der Karte\nattribution-curve-random = in zufälliger Reihenfolge\nattribution-curve-end = 50 % der Tinte\nattribution-check = mit zufälligen Gewichten vergleichen\nattribution-check-waiting = Die Karte mit zufälligen Gewichten wird berechnet.\nattribution-correlation = { $value ->\n    [none] Mit zufälligen Gewichten ergibt dieselbe Methode eine Karte, die auf der Tinte überall gleich ist; es gibt also keine Rangkorrelation.\n   *[other] Mit zufälligen Gewichten ergibt dieselbe Methode die andere Karte. Die Rangkorrelation der beiden auf der Tinte ist { $value }: Nahe 0 hängt die Karte davon ab, was das Netz gelernt hat, nahe 1 zeigt sie nur die Ziffer.\n}\nattribution-spoken = { $question }, { $method }: Die Karte ist fertig, ihre Farben umfassen { $range }.\nnothing-to-attribute = Das Blatt ist leer, also spricht keine Tinte für eine Klasse. Zeichne etwas, dann frag noch einmal.\nattribution-without-logits = Das Netz endet nicht mit Softmax oder Sigmoid, sondern mit der Schicht { $layer }, also hat es keine Logits, nach denen man fragen kann. Lass es mit Dense(10) und Softmax() enden.\nattribution-without-convolution = Das Netz hat keine Faltung, aus der diese Methode ihre Karte macht. Wähle eine andere Methode, zum Beispiel "integrated_gradients".\nattribution-question = warum { $target }\nattribution-question-of-two = warum { $target } und nicht { $other }\nattribution-remark = { $method ->\n    [integrated_gradients] Die Werte ergeben zusammen, was die Tinte gegenüber einem leeren Blatt zum Logit (oder zur Differenz zweier Logits) beiträgt. Leere Pixel bekommen 0, die Karte kann also nicht sagen, welche Tinte fehlt.\n    [gradient_times_input] Zeigt, was sich mit etwas weniger Tinte an jedem Pixel ändern würde. Was geschieht, wenn viel Tinte verschwindet, kann sie nicht sagen: Die Steigung gilt nur genau bei dieser Ziffer.\n    [occlusion] Zeigt, was das Logit verliert, wenn ein Fleck von 3x3 Pixeln zu Papier wird. Die Pixel eines Flecks kann sie nicht unterscheiden, und sie erkennt keine Tinte, die nur zusammen mit anderer zählt.\n    [hires_cam] Zeigt, wo die Karten der letzten Faltung für die Klasse sprechen, soweit die Schichten danach linear sind. Ihre Orte sind grob, und jeder steht für alle Pixel, die die Einheit sieht.\n   *[grad_cam] Zeigt, wo Karten stark sind, die im Mittel zählen. Das Mittel vergisst die Orte, die Karte kann also auf Tinte zeigen, die nicht gezählt hat: Verlass dich nicht auf sie allein.\n}\n\n## page: microscope\n\nmicroscope-of = Mikroskop: { $unit }\nmicroscope-map = { $map }, vergrößert. Pfeiltasten bewegen das Mikroskop, Escape schließt es.\nclose-microscope = Mikroskop schließen\ntrace = Verfolgen\ntrace-to-pixels = Verfolgen bis zu den Pixeln\ntraced-to = Verfolgt bis { $stops }.\ninput-channels = Eingangskanäle, der stärkste zuerst\nchannel-contributes = { $channel } { $shown }: Eingangskanal { $channel } trägt { $contribution } bei\ndigit = Ziffer\nkernel = Kern\nproducts = Produkte\nvalue = Wert\nweight = Gewicht\nproduct = Produkt\nfor-it = dafür\nagainst-it = dagegen\nclass = Klasse\nlogit = Logit\nminus-maximum = - Maximum\nexponential = exp\nshare-of-sum = / Summe\nsoftmax = Softmax\nsum = Summe\nslide-aloud = Das Fenster über die Karte schieben\nslide-speed = Tempo des Fensters\nslide-step = Schritt\nslide-still = Dein System möchte weniger Bewegung. „Schritt“ geht Wert für Wert weiter.\nplay = Abspielen\npause = Pause\nslow = langsam\nnormal = normal\nfast = schnell\n', "en": `## page and Python: drawing and framing

framing-step = { $step ->
    [ink] ink
    [crop] crop
    [scale] scale
    [line] line
   *[centre] centre
}
drawing-no-stroke-to-extend = The drawing has no stroke to extend. Call begin(x, y) first.
framing-of-photo-ink = ink separated from the paper
framing-of-pad = the pad, { $side }x{ $side } px
framing-cropped = ink found on { $width }x{ $height } px
framing-not-cropped = off: all { $width }x{ $height } px
framing-scaled = longest side { $side } px
framing-paper-scaled = { $paper } px of paper become { $side } px
framing-ink-not-scaled = off: { $ink } px of ink become { $side } px
framing-picture-not-scaled = off: { $picture } px become { $side } px
framing-line-changed = line { $drawn } to { $width } px
framing-line-kept = line stays { $width } px
framing-line-kept-off = off: line stays { $width } px
framing-line-not-measured = picture too small to measure its line
framing-line-off = off
framing-centred = centre of mass moved { $right }, { $down } px
framing-not-centred = off: centre of mass in column { $column }, row { $row }
framing-no-ink = no ink on the paper
picture-as-it-is = { $change ->
    [none] { $name }: as it is, not framed
   *[size] { $name }: brought from { $size } to { $wanted }, not framed
}

## page and Python: edits

edited-note = { $origin }, edited: { $changes }{ $before ->
    [0] {""}
   *[other] {" "}(and { $before } before)
}
edited-unit = { $kind ->
    [unit] unit { $index }
   *[filter] filter { $index }
} of { $layer }
edited-silenced = { $unit } silenced
edited-kernel = { $channel ->
    [all] kernel of { $unit } set
   *[one] kernel of { $unit } set for input channel { $channel }
}
edited-weight = weight { $index } of { $layer } set to { $value }
edited-bias = bias of { $unit } set to { $value }
edited-shuffled = weights of { $layer } shuffled (seed { $seed })
edited-not-silenced = Nothing can silence { $unit }: the activation in { $layer } makes another value of 0. Choose another layer, or change weights with set_kernel and set_bias.

## page and Python: explanations

answer-flip = { $before } → { $after } at point { $points }
nothing-to-explain = The digit is blank paper, so there is nothing to explain. Draw something, then explain its forward pass.
forward-pass-of-other-weights = Other weights made this forward pass: these give { $unit } the value { $expected }, but it has { $value }. Run mnistviz.forward(digit, model) again, and pass the same model.
no-such-layer = There is no layer { $layer }. Choose one of { $layers }.
layer-not-explained = Explanations end at { $layer }, which is of the kind { $kind }. Explain a layer below it, or one above it, which is explained in terms of it.
activation-not-explained = Explanations end at { $layer }, since its activation { $activation } makes each value of several. Explain a layer below it, or one above it, which is explained in terms of it.
layer-named-as-digit = A layer is called { $layer }, as the network's input is. Give it another name.
no-such-unit = The layer { $layer } has no unit { $unit }. Count from 0: { $axes ->
    [map] row 0 to { $row }, column 0 to { $column }, channel 0 to { $channel }
    [unit] unit 0 to { $channel }
   *[other] one place for each axis of { $shape }
}; for example { $example }.
account-of-sum = { $count ->
    [one] 1 product from { $layer } { $products } + bias { $bias }
   *[other] { $count } products from { $layer } { $products } + bias { $bias }
}
account-of-activated-sum = { $count ->
    [one] { $activation }({ $sum }), where { $sum } is 1 product from { $layer } { $products } + bias { $bias }
   *[other] { $activation }({ $sum }), where { $sum } is { $count } products from { $layer } { $products } + bias { $bias }
}
account-of-softmax-of-sum = { $count ->
    [one] exp({ $sum } - { $maximum }) / { $total }, the softmax among { $logits } logits, of which this one is 1 product from { $layer } { $products } + bias { $bias }
   *[other] exp({ $sum } - { $maximum }) / { $total }, the softmax among { $logits } logits, of which this one is { $count } products from { $layer } { $products } + bias { $bias }
}
account-of-softmax = exp({ $sum } - { $maximum }) / { $total }, the softmax of { $unit } = { $sum } among { $logits } logits
account-of-maximum = { $count ->
    [one] the maximum of 1 value: { $unit }
   *[other] the maximum of { $count } values: { $unit }
}
account-of-mean = { $count ->
    [one] the mean of 1 value of { $layer }
   *[other] the mean of { $count } values of { $layer }
}
account-of-same-value = { $unit }, unchanged
account-of-passing = { $unit }, unchanged: { $kind } acts in training alone
account-of-scaled = { $value } x { $weight } + { $offset }, from { $unit }
account-of-activation = { $activation }({ $value }), from { $unit }
receptive-field = rows { $top } to { $bottom }, columns { $left } to { $right } of the digit
receptive-field-empty = nothing of the digit
explanation-sees = It sees { $field }.
then-softmax = then { $layer } = { $value }, by softmax among all { $count }
then-activation = then { $layer } = { $activation }({ $input }) = { $value }
layer-not-scored = The forward pass has no layer { $layer }. Use a network with the layers of mnistviz.build_cnn(), and statistics fitted to it.

## page and Python: what a unit looks for

maximise-not-finite = The values of { $name } are not finite numbers, so none of them is the largest. Train or load the weights again.
maximise-silent = The value of { $name } stays { $value } wherever ink is added or removed, so there is no way up from here. Choose another unit, or another start.
maximise-other-network = The network has changed since, so this belongs to another one. Start again.
maximise-given = the digit that pleases { $name }

## page and Python: what would change the answer

changed-digit-given = { $kind ->
    [noise] The changed digit, with noise
    [add] The changed digit, with ink added
   *[remove] The changed digit, with ink removed
}
change-of-blank-paper = The paper is blank, so there is no answer to change. Draw a digit first.
change-target-read = The network reads { $label } already. Choose another target.
change-not-found = { $kind ->
    [add] No lines were found that turn this digit into the target when they are added. Try another kind of change, or another target.
    [remove] No lines were found that turn this digit into the target when they are rubbed out. Try another kind of change, or another target.
   *[noise] No noise was found that turns this digit into the target. Try another target.
}
change-title = { $kind ->
    [add] Ink to add, so that { $label } is read as { $target }
    [remove] Ink to remove, so that { $label } is read as { $target }
   *[noise] Noise, so that { $label } is read as { $target }
}
change-amount = { $kind ->
    [add] { $amount } pixels of full ink are added, { $share } % of what the digit has. This is the least that the search has found; there may be less.
    [remove] { $amount } pixels of full ink are removed, { $share } % of what the digit has. This is the least that the search has found; there may be less.
   *[noise] The largest change of a pixel is { $largest }, where full ink is 1; all together have the length { $amount }.
}
change-plausible = { $answer ->
    [yes] The changed digit looks like digits that the network knows.
    [no] The changed digit does not look like any digit that the network knows: it was misled rather than convinced.
   *[unknown] Whether it looks like a digit is only known for the shipped network.
}
change-lesson = You still see the former digit, but the network does not: it looks at numbers, not at lines. Pictures that are changed on purpose to mislead a network are called adversarial.
change-drawn = { $strokes ->
    [varied] Drawn on the pad the network reads { $label } with { $confidence } %. Framing moves the digit, so the lines are a little longer than the least ones, or beside them.
   *[least] Drawn on the pad the network reads { $label } with { $confidence } %.
} { $lines ->
    [one] Undo takes the line back.
   *[other] Each Undo takes one of the { $lines } lines back.
}
change-given = { $kind ->
    [undone] Drawn on the pad, these lines would not be enough, since framing moves the digit. So the changed digit is fed to the network without framing: it reads { $label } with { $confidence } %. Undo brings yours back.
   *[picture] The changed digit is fed to the network as it is, without framing: it reads { $label } with { $confidence } %. Undo brings yours back.
}

## page

kernel-ended = The kernel of this notebook cell has ended. Run the cell again.
no-answer = The notebook kernel does not answer. If it is busy, wait; if this page was saved from a notebook, there is no kernel behind it: run the notebook to draw.
no-2d-canvas = The browser cannot draw on a canvas. Use a current version of Chrome, Firefox or Safari.
range = { $low } .. { $high }
range-per-map = per map, at most { $low } .. { $high }
about = about { $value }
value-of-unit = { $layer }, unit { $unit }: { $value }
given-title = The picture that the network sees
value-of-pixel = { $layer }, row { $row }, column { $column }: { $value }
value-of-map = { $layer }, channel { $channel }, row { $row }, column { $column }: { $value }
map = { $layer }, channel { $channel }
picture-of-values = picture
map-summary = { $map }: { $kind ->
    [picture] brightest
   *[map] strongest
} ({ $value }) in the { $down ->
    [0] upper
    [2] lower
   *[1] middle
} { $across ->
    [0] left
    [2] right
   *[1] centre
}, { $run ->
    [row] along row { $row }, columns { $first } to { $last }
    [column] along column { $column }, rows { $first } to { $last }
   *[spot] at row { $row }, column { $column }
}.
map-summary-extent = Values of its sign, at least half as large, lie in rows { $top } to { $bottom }, columns { $left } to { $right }: { $share } of all.
map-summary-zero = { $map }: 0 everywhere.
summary-not-finite = { $name }: some of its values are not numbers, as after a training that diverged.
strongest-of-maps = { $count } maps, { $silent } of them 0 everywhere. The strongest:
unit-and-value = unit { $unit } ({ $value })
unit-summary = { $name }: largest are { $largest }; the smallest is { $smallest }; { $zeros } of { $count } are 0.

## page: language

# The direction is ltr (from left to right) or rtl.

text-direction = ltr
percent = { $number } %

## page: exported page

export-title = mnistviz: draw a digit and watch a network
page-language = Language

## page: codec

codec-version = The message has version { $received }; this page reads version { $version }. Reload the page.
codec-buffers = The message has { $count } buffers instead of 1.
codec-length = The message has { $received } bytes; its arrays need { $needed }.
codec-unknown-dtype = The array { $name } of the message has an unknown type: { $dtype }.
codec-array = { $received ->
    [none] The message has no array { $name }.
   *[other] The message has the { $received } array { $name } instead of { $expected }.
}

## page in a notebook: trainer

start-training = Start
continue-training = Continue
pause-training = Pause
resume-training = Resume
stop-training = Stop
reset-training = Reset
training-state = { $state ->
    [ready] ready
    [running] running
    [paused] paused
    [finished] finished
   *[stopped] stopped
}
trainer-learning-rate = Learning rate
own-learning-rate = as compiled
trained-as-compiled = The model is compiled, so { $optimizer } trains it. “As compiled” keeps its own learning rate or schedule; any other choice replaces it.
trainer-batch-size = Batch size
training-digits = { $subject ->
    [digits] Digits
   *[pictures] Pictures
}
all-digits = all
trainer-epochs = Epochs
trainer-augmentation = Augmentation
no-augmentation = The pictures are not distorted (augmented): only MNIST's digits are.
trainer-epoch = Epoch
epoch-of = Epoch { $done } of { $all }
no-epoch = Epoch –
trainer-batch = Batch
batch-of = Batch { $done } of { $all }
no-batch = Batch –
first-batch = batch 0
trainer-loss = Loss
trainer-accuracy = Accuracy
training-value = { $value ->
    [none] training
   *[other] training { $value }
}
validation-value = { $value ->
    [none] validation
   *[other] validation { $value }
}
curve-aloud = { $batches ->
    [one] { $name } after one batch: training { $training }, validation { $validation }
   *[other] { $name } after { $batches } batches: training { $training }, validation { $validation }
}
not-known-yet = not known yet
replay-epoch = Weights after epoch
present-weights = present weights
epoch-replayed = epoch { $epoch }, validation { $accuracy }
show-present-weights = Back to the present
some-epochs-kept = The weights are kept every { $distance } epochs, and after the last one.
no-epochs-kept = The weights of this network are too large to be kept after each epoch.
digit-with-maps = { $subject ->
    [digits] Digit whose maps are shown
   *[pictures] Picture that the network reads
}
show-maps-of = { $subject ->
    [digits] Show the maps of a { $digit }
   *[pictures] Show a picture of the class { $digit }
}
read-as = read as { $digit }, { $confidence }
map-enlarged = { $map }, enlarged. Arrow keys read values, D describes the map, Escape closes.
close-enlarged-map = Close the enlarged map
trainer-layer-keys = { $layer }. Arrow keys read values, Shift with arrow keys changes the map, Enter enlarges it, D describes it.
point-to-read-or-enlarge = Point at a value to read it. Click a map to enlarge it.
written-and-read = { $subject ->
    [digits] written ↓ read as →
   *[pictures] shown ↓ read as →
}
digits-read-correctly = { $subject ->
    [digits] { $right } of { $total } validation digits are read correctly.
   *[pictures] { $right } of { $total } validation pictures are read correctly.
}
training-aloud = Training { $state }, epoch { $epoch } of { $epochs }
training-aloud-with-result = { $subject ->
    [digits] Training { $state }, epoch { $epoch } of { $epochs }. The network reads { $accuracy } of the validation digits correctly.
   *[pictures] Training { $state }, epoch { $epoch } of { $epochs }. The network reads { $accuracy } of the validation pictures correctly.
}

## page in a notebook: exercise-card

exercise-your-answer = Your answer
exercise-check = Check
exercise-check-drawing = Check my drawing
exercise-hint = Hint
exercise-show-answer = Show the answer
exercise-guess-first = What do you expect? Answer first, or ask for a hint. If you press “Show the answer” again, you see it, and the exercise ends without points.
verdict-right = ✓ Right.
verdict-wrong = ✗ Not yet.
verdict-hint = Hint:
verdict-answer = The answer:
verdict-refused = This does not count:

## page: panel

pad-keys = Drawing pad. Draw with mouse, finger or stylus. Or: arrow keys move the pen, with Shift further; Space puts it down or lifts it, Escape lifts it, Delete clears, Control Z undoes.
pen-aloud = { $pen ->
    [down] Pen down at { $x }, { $y }; { $reading }
   *[up] Pen at { $x }, { $y }; { $reading }
}
strokes-title = type strokes
strokes-how = Points as x,y from 0,0 (upper left) to { $side },{ $side } (lower right), with spaces between them; a semicolon begins the next stroke.
strokes-field = Strokes
strokes-draw = Draw
strokes-invalid = { $point ->
    [none] There is no point to draw.
   *[other] Stroke { $stroke }, point { $point }: “{ $received }” is no point on the pad.
} Type points as x,y with numbers from 0 to { $side }, for example 60,70 200,70; 130,70 110,230.
undo = Undo
clear = Clear
brush = Brush
pictures = Pictures
upload-picture = Upload a picture
sample-of = Sample of a { $digit }
own-sample = { $name }: sample { $number }
samples = Samples
other-samples = others
show-other-samples = others: Show other samples
file-too-large = The file has { $size } MB; the limit is { $limit } MB. Make it smaller and try again.

## page: how the answer came about

history-title = how the answer came about
history-moment = Moment of the drawing
history-point = Point { $points } of { $total }
history-point-and-answer = Point { $points } of { $total }: { $answer }
history-answer = { $name }, { $confidence }
history-of-picture = A picture was not drawn here, so nothing is known of how it came about. Draw on the pad to see how an answer does.
history-of-nothing = Draw something: what the network reads at each moment is shown here.
history-moments = { $moments } of { $total } moments computed.
history-computing = The others follow once the pen rests.
history-no-flip = The answer has never changed.
history-flips = { $others ->
    [0] Changes: { $flips }.
    [one] Changes: { $flips }, and once more.
   *[other] Changes: { $flips }, and { $others } times more.
}
history-independent = Each class has a probability of its own, so they don't lie on top of each other here.
earlier-moment = { $points ->
    [one] An earlier moment is shown: after one point.
   *[other] An earlier moment is shown: after { $points } points.
}
back-to-now = Back to now

## page: explorer

network-sees = the network sees
draw-a-digit = draw a digit
draw-here = draw here
layer-shown = layer shown
blank-paper = blank paper
no-prediction = no prediction
answer-aloud = The network reads { $prediction }, confidence { $confidence }
colours-missing = The colours are missing. Run the cell again.
unfamiliar = This does not look like a digit that I know.
probabilities = Probability of each digit. Press 0 to 9 to explain one.
probabilities-alone = Probability of each digit
digit-of-bar = digit { $digit }
class-of-bar = class { $name }
probabilities-of-classes = Probability of each class
independent-of-classes = Probability of each class on its own; together they may be more or less than 100 %
probabilities-and-keys = { $name }. Press 0 to explain the first one, 1 for the next, and so on.
answer-aloud-independent = The network finds { $prediction } most probable, with { $confidence }. Each class has a probability of its own.
other-classes = { $count ->
    [one] and one other class
   *[other] and { $count } other classes
}
others-together = { $count ->
    [one] one other class has { $share }
   *[other] { $count } other classes have { $share } together
}
others-at-most = { $count ->
    [one] one other class has { $share }
   *[other] { $count } other classes have at most { $share } each
}
why = Why?
why-aloud = Why? Ask where the confidence comes from
point-to-explain = Point at a value to read it, click to explain it
digits-to-choose = Digits found
digit-of-several = digit { $number } of { $count }
several-digits = { $number ->
    [none] { $count } digits found. The network reads one digit, and sees them all as one. Choose the one to read.
   *[other] { $count } digits found. Digit { $number } is read; choose another one.
}

## page: predict first

predict-first = Predict first
predict-cover = What the network makes of the digit is covered until you have made a guess.
predict-covered = the answer is covered
predict-draw = Draw a digit. Before you see what the network makes of it, you are asked for a guess.
predict-wait = Draw to the end. You are asked for a guess once the pen rests.
predict-choices = Your guess
predict-say = That is my guess
predict-ask = Ask
predict-kind-digit = which answer
predict-kind-sure = how sure
predict-kind-map = which map
predict-kind-change = up or down
predict-kind-turn = all in turn
predict-which-digit = Which digit will the network say?
predict-which-class = What will the network say?
predict-told-digit = { $agrees ->
    [yes] You said { $guess }, and so does the network ({ $confidence }).
   *[no] You said { $guess }; the network says { $result } ({ $confidence }).
}
predict-how-sure = How sure will the network be?
predict-sure = 90 % or more
predict-unsure = below 90 %
predict-told-sure = { $agrees ->
    [yes] You said { $guess }, and so it is: the network says { $name } with { $confidence }.
   *[no] You said { $guess }, but the network says { $name } with { $confidence }.
}
predict-up-or-down = Before this change, the network gave the { $name } { $before }. Does it give it more or less now?
predict-up = more
predict-down = less
predict-the-same = the same
predict-told-change = { $agrees ->
    [yes] You said { $guess }, and so it is: the { $name } had { $before } and now has { $after }.
   *[no] You said { $guess }, but the { $name } had { $before } and now has { $after }.
}
predict-which-map = This is the kernel of channel { $channel } of { $layer }. Which of the four maps does it make of your digit?
predict-edge = It answers to { $side ->
    [left] vertical edges with ink on the left.
    [right] vertical edges with ink on the right.
    [above] horizontal edges with ink above.
   *[below] horizontal edges with ink below.
}
predict-map = map { $number }
predict-kernel = Kernel of channel { $channel }, row by row: { $weights }
predict-told-map = { $agrees ->
    [yes] You said { $guess }, and so it is: channel { $channel } of { $layer } makes { $result }.
   *[no] You said { $guess }, but channel { $channel } of { $layer } makes { $result }.
}
predict-former = That was so when you guessed; by now something else is shown.
predict-record = { $count ->
    [0] your guesses: none yet
    [one] your guesses: { $count }, of which { $agreed } agreed
   *[other] your guesses: { $count }, of which { $agreed } agreed
}
predict-list = Your newest guesses
predict-line = { $time }, { $question }: you { $guess }, network { $result } { $agreed ->
    [yes] (agreed)
   *[no] (differed)
}
predict-others = { $count ->
    [one] One older guess is in the file.
   *[other] { $count } older guesses are in the file.
}
predict-kept = The record stays in this browser and is sent to nobody.
predict-not-kept = This browser keeps nothing for this page: the record is lost when the page is closed. Save it before.
predict-full = Only the newest { $most } guesses are kept. Save a file to keep the older ones.
predict-save = Save as a file
predict-delete = Delete the record
predict-delete-sure = { $count ->
    [one] Delete this guess? It cannot be brought back.
   *[other] Delete all { $count } guesses? They cannot be brought back.
}
predict-delete-all = Delete
predict-keep = Keep

## page: uploads without a notebook kernel

upload-no-ink = No ink found. Use a darker pen or more light.
upload-not-clean = This picture has shadows, rulings or several greys, which this page can't read. Scan the digit, take a screenshot of it, or cut it out tightly; mnistviz in a notebook reads photos, too.
upload-not-a-picture = This file is damaged or not a picture. Use a PNG, JPEG, WEBP, GIF or BMP file.
upload-too-many-pixels = The picture has { $width } x { $height } pixels; the limit is { $limit } pixels and { $side } on a side. Make it smaller and try again.
upload-failed = { $name }: { $reason }
questions-in-notebook = In a notebook the explorer also shows where a digit lands among 5,000 known ones, and two drawings side by side.

## page: feature maps

colours = Colours
colour-table = { $name ->
    [gray] gray
   *[other] { $name }
}
colour-range = One colour range
range-by-layer = range per layer
range-by-map = range per map
layer-keys = { $layer }. Arrow keys read values, Shift with arrow keys changes the map, Enter explains a value, D describes the map.
digit-keys = { $digit }. Arrow keys read values, D describes the picture.

## page: kernels

flat-kernels = { $filters } kernels { $size }
sliced-kernels = { $filters } kernels of { $inputs } slices { $size }
kernels-and-range = { $kernels }, { $range }
kernels-beyond-colours = { $kernels }, { $range }, colours end at { $high }
kernel-keys = { $layer }: { $kernels }. Arrow keys read weights, Shift with arrow keys changes the kernel, D describes it.
kernel-summary = Strongest weight: { $weight }
weight-of-kernel = { $layer }, kernel { $kernel }, row { $row }, column { $column }: { $value }
weight-of-slice = { $layer }, kernel { $kernel }, input channel { $input }, row { $row }, column { $column }: { $value }

## page: framing

framing-title = framing: from the pad to the network
framed-with-every = with every step
framed-as-chosen = with your switches
framed-with-none = without any
framed-in-three-ways = What the network reads, framed in three ways
framing-given = { $picture }. Drawings and uploaded pictures are framed; your own samples and changed digits are fed to the network as they are.
framing-partly-off = Framing is partly off: the network gets the digit without { $steps }.
framing-off = Framing is off: the network gets the whole pad, scaled to its size.
all-steps-on = all on
all-steps-on-aloud = all on: Switch all steps of framing on

## page in a notebook: side by side

beside-title = side by side
beside-keep = keep this drawing to compare
beside-nothing-kept = Keep a drawing, then change it or draw another one: both are shown side by side.
beside-answers = Both answers
beside-layers = Layer to compare, and by how much of its values it differs
beside-share = { $share } %
beside-first = first
beside-second = second
beside-difference = second - first
beside-layer-of = { $layer }, { $which }
beside-spoken = { $first }: { $answer }; { $second }: { $other }. { $remark }

## page: what a unit looks for

maximise-title = what does this unit look for?
maximise-about = Starting from the chosen digit, each step changes the ink so that the value of one unit grows.
maximise-layer = Layer
maximise-classes = classes (logits)
maximise-unit = Unit
maximise-channel = Channel
maximise-class = Class
maximise-place = Place
maximise-whole-map = whole map (mean)
maximise-one-place = row { $row }, column { $column }
maximise-from = Start from
maximise-from-noise = noise
maximise-from-paper = blank paper
maximise-from-digit = the digit on the pad
maximise-start = start
maximise-stop = stop
maximise-progress = Progress of the search
maximise-picture = Digit that pleases { $name }
maximise-value = { $name }: { $value }
maximise-compared = at the start { $before }, for the digit on the pad { $own }
maximise-stopped = Stopped after { $share } % of the steps.
maximise-former = It started from an earlier digit than the one on the pad.
maximise-reading = The network reads this as { $label }, with { $confidence }.
maximise-reading-blank = This is blank paper, in which the network reads nothing.
maximise-doubt = It also says that this does not look like a digit that it knows.
maximise-no-doubt = Its check for unfamiliar digits raises no doubt. That proves little: what pleases a unit can mislead this check, too.
maximise-feed = put it on the pad
maximise-remark = A unit may like what nobody would draw, so this need not look like a digit. Another start leads to another picture: each is one of many that please the unit. Only ink that the unit sees was changed.
maximise-without-digits = The digits of MNIST that please it most are shown in a notebook: this page does not have all 5,000 of them.
maximise-spoken = { $name } reached { $value }, for the digit on the pad it has { $own }. { $reading }

## page in a notebook: real digits that please a unit

maximise-patches = Of 5,000 digits of MNIST, these please { $name } most. Each is cut to what the unit sees.
maximise-patches-wait = The digits of MNIST that please it most follow.
maximise-no-patches = None of the 5,000 digits of MNIST moves { $name }: its value is the same for all.
maximise-patch = a { $label }: { $value }
maximise-patch-aloud = part of a { $label } that { $name } sees, value { $value }

## page in a notebook: neighbours

neighbours-title = where it landed: nearest digits
neighbours-computing = Computing what the network makes of 5,000 known digits: { $share } % done.
neighbours-draw = Draw a digit to see where it lands.
neighbours-map = Map of 5,000 known digits, a point each. A ring marks the digit on the pad, dots with an edge its ten nearest.
neighbours-legend = Legend of the map
neighbours-region = On the map it lies nearest to the middle of the { $label }s.
neighbours-nearest = The nearest known digits, and how far they are
neighbour-to-pad = { $label } { $distance } away: Show this { $label } on the pad
neighbours-reading = The network reads this digit as { $label }.
neighbours-of-class = { $count } × { $label }
neighbours-classes = Its { $count } nearest known digits: { $classes }.
neighbours-runner-up = the nearest { $label }: that class is the second most probable
neighbours-overlap = Near means that the { $units } values of { $layer } are alike (Euclidean distance). The map ({ $method }) has only two dimensions: of ten true neighbours, { $kept } are neighbours on it ({ $share }). The digit on the pad lies at the median of its ten nearest.
neighbours-limits = The map can't say how far groups are from each other, nor how wide they are. And near digits do not prove an answer right: they make wrong answers look right, too, so compare the runner-up.

## page: surgery

surgery-title = surgery: change the network
surgery-in-force = { $count ->
    [one] The network is edited: { $newest }.
   *[other] The network is edited, { $count } times; the last time: { $newest }.
}
surgery-restore = restore the original
surgery-undo = undo the last edit
surgery-layer = layer
surgery-unit = { $kind ->
    [unit] unit
   *[filter] filter
}
surgery-silence = silence
surgery-silence-aloud = Silence { $unit }
surgery-shuffle = shuffle all weights of { $layer }
surgery-bias = bias
surgery-channel = input channel
surgery-input = input
surgery-weight = its weight
surgery-kernel = kernel of { $unit }
surgery-row-and-column = row { $row }, column { $column }
surgery-how-to = Change a number and press Enter. Pasted into the kernel, rows of numbers change all of it.
surgery-kernel-too-large = A kernel of { $rows } x { $columns } weights is too large to be changed here. mnistviz.edit changes it in Python.
surgery-not-a-number = “{ $received }” is not a number. Give one such as 0.5 or -2.
surgery-not-in-range = There is no { $what } “{ $received }”. Give a whole number from 0 to { $last }.
surgery-other-count = The kernel has { $expected } weights here, but { $received } numbers were pasted. Paste one for each weight, row by row.
surgery-not-finite = With this change, some probabilities are no numbers any more. Give smaller weights.
surgery-nothing-changed = Nothing is changed yet.
surgery-edits = Edits, the first one on top
surgery-undone = Undone: { $edit }
surgery-restored = The original network is back.
surgery-not-here = The network can't be edited here at the moment: its weights are changing, or the page can't compute with it. Wait until the training rests, or use mnistviz.edit in Python.
surgery-needs-kernel = How many digits the edited network reads, and which filter it needs most, are counted in a notebook only, where the digits are.
surgery-other-classes = Accuracies and rankings are counted on the digits 0 to 9, which this network does not read.
surgery-counting = Counting on 1,000 digits ...
surgery-accuracy = This network reads { $share } of 1,000 training digits of MNIST correctly, the original { $original }.
surgery-accuracy-of-original = The original reads { $original } of 1,000 training digits of MNIST correctly.
surgery-accuracy-before = Before the last change it was { $share }, the original { $original }.
surgery-ranking = Which { $kind ->
    [unit] unit
   *[filter] filter
} of { $layer } matters most?
surgery-ranking-digits = for
surgery-all-digits = all digits
surgery-digit = the { $digit }
surgery-rank = rank
surgery-stop = stop
surgery-progress = Ranking
surgery-ranked = { $digit ->
    [all] { $layer }: accuracy that is lost when one is silenced
   *[one] { $layer }: accuracy that is lost for the { $digit }, and for all digits, when one is silenced
}
surgery-most = { $unit } costs most: { $cost }
surgery-ranked-before = The network was changed after this ranking.
surgery-cost-for = for the { $digit }
surgery-cost-for-all = for all

## page: what would change the answer

change-heading = what would change the answer
change-kind = Change
change-kind-of = { $kind ->
    [add] least ink to add
    [remove] least ink to remove
   *[noise] least noise
}
change-target = Read as
change-runner-up = the runner-up
change-look = Look for it
change-stop = Stop
change-progress = Progress of the search
change-stale = These pictures belong to a former digit. Look again for the present one.
change-digit = the digit
change-itself = the change
change-changed = the changed digit
change-reading = { $label }: { $share }
change-take = Take it
change-not-finite = The network's values are not finite for this digit, or for a changed one, so they can't be compared. Load its weights again, or undo the last edit.
change-on-pad = { $kind ->
    [add] The dashed line on the pad shows where.
    [remove] The barred line on the pad shows where.
   *[noise] A pen can't draw noise.
}
change-spoken = { $title }. { $before }; changed: { $after }. { $taking }

## page: why this answer

attribution-title = why this answer?
attribution-class = why
attribution-predicted = { $label ->
    [none] the prediction
   *[other] the prediction, { $label }
}
attribution-other = rather than
attribution-no-other = nothing else
attribution-runner-up = { $label ->
    [none] the runner-up
   *[other] the runner-up, { $label }
}
attribution-method = by
attribution-method-name = { $method ->
    [integrated_gradients] integrated gradients
    [gradient_times_input] gradient x input
    [occlusion] occlusion 3x3
    [hires_cam] HiResCAM
   *[grad_cam] Grad-CAM
}
attribution-waiting = The map comes when the pen rests.
attribution-former = The map is that of a former drawing or question. The new one comes when the pen rests.
attribution-not-finite = The network's values are not finite for this digit, so no pixel can be given a share. Load its weights again, or train it with a smaller learning rate.
attribution-of-weights = map
attribution-of-random = map with random weights
attribution-former-value = { $value } (of the former map)
attribution-point = Point at a pixel of the map to read its value.
attribution-random-map = { $question }, random weights
attribution-colours = orange speaks for it, purple against it
attribution-completeness = { $good ->
    [yes] The values add up to { $sum }, and the ink gives { $whole } in all, compared with blank paper: the completeness error is { $error }.
   *[no] The values add up to { $sum }, but the ink gives { $whole } in all, compared with blank paper: the completeness error is { $error }, so take the map as approximate.
}
attribution-deletion = { $better ->
    [yes] Deleting the ink in the order of the map, the probability is { $area } on average; in ten random orders { $random }. The map finds ink that counts.
   *[no] Deleting the ink in the order of the map, the probability is { $area } on average; in ten random orders { $random }. So the map is no better than chance here.
}
attribution-deletion-waiting = The deletion curve is being computed.
attribution-curve = Probability, { $question }, while up to half of the ink is deleted
attribution-curve-map = in the order of the map
attribution-curve-random = in random orders
attribution-curve-end = 50 % of the ink
attribution-check = compare with random weights
attribution-check-waiting = The map with random weights is being computed.
attribution-correlation = { $value ->
    [none] With random weights, the same method makes a map that is the same everywhere on the ink, so there is no rank correlation.
   *[other] With random weights, the same method makes the other map. Their rank correlation on the ink is { $value }: near 0 the map depends on what the network has learned, near 1 it shows the digit alone.
}
attribution-spoken = { $question }, { $method }: the map is ready, its colours span { $range }.
nothing-to-attribute = The digit is blank paper, so no ink speaks for any class. Draw something, then ask again.
attribution-without-logits = The network does not end in softmax or sigmoid, but in the layer { $layer }, so it has no logits to ask about. End it with Dense(10) and Softmax().
attribution-without-convolution = The network has no convolution, of which this method makes its map. Choose another method, for example "integrated_gradients".
attribution-question = why { $target }
attribution-question-of-two = why { $target } and not { $other }
attribution-remark = { $method ->
    [integrated_gradients] The values add up to what the ink gives the logit, or the difference of two, compared with blank paper. Blank pixels get 0, so the map can't say which missing ink matters.
    [gradient_times_input] Shows what a little less ink at each pixel would change. It can't say what happens when much ink goes: the slope is that at the digit alone.
    [occlusion] Shows what the logit loses when a patch of 3x3 pixels becomes paper. It can't tell the pixels of a patch apart, nor ink that matters only together with other ink.
    [hires_cam] Shows where the maps of the last convolution speak for the class, as far as the layers after it are linear. Its places are coarse, and each stands for all pixels that the unit sees.
   *[grad_cam] Shows where maps are strong that count on average. The average forgets the places, so the map may point at ink that did not count: don't trust it on its own.
}

## page: microscope

microscope-of = Microscope: { $unit }
microscope-map = { $map }, enlarged. Arrow keys move the microscope, Escape closes it.
close-microscope = Close the microscope
trace = Trace
trace-to-pixels = Trace to the pixels
traced-to = Traced to { $stops }.
input-channels = Input channels, the strongest first
channel-contributes = { $channel } { $shown }: input channel { $channel } contributes { $contribution }
digit = digit
kernel = kernel
products = products
value = value
weight = weight
product = product
for-it = for it
against-it = against it
class = class
logit = logit
minus-maximum = - maximum
exponential = exp
share-of-sum = / sum
softmax = softmax
sum = sum
slide-aloud = Slide the window over the map
slide-speed = Speed of the slide
slide-step = Step
slide-still = Your system asks for less motion. Step moves on value by value.
play = Play
pause = Pause
slow = slow
normal = normal
fast = fast
` };

// core/text.ts
var ENGLISH = "en";
var OMITTED = " ... ";
var LANGUAGES = Object.keys(catalogues_default);
var speech = null;
function useLanguage(code) {
  const known = code in catalogues_default ? code : ENGLISH;
  if (speech?.code !== known) speech = speechOf(known);
}
function language() {
  return { lang: now().code, dir: text("text-direction") };
}
function text(key, values2 = {}) {
  return messageOf(now().bundle, key, values2);
}
function withDecimalSign(written2) {
  const { decimal } = now();
  return decimal === "." ? written2 : written2.replace(".", decimal);
}
function asPercent(written2) {
  const [before2, after] = now().percent;
  return before2 + withDecimalSign(written2) + after;
}
function shorten(value, limit2) {
  const characters = Array.from(value);
  if (characters.length <= limit2) return value;
  const kept = limit2 - OMITTED.length;
  const head = Math.floor(kept / 2);
  return characters.slice(0, head).join("") + OMITTED + characters.slice(characters.length - (kept - head)).join("");
}
function now() {
  speech ??= speechOf(ENGLISH);
  return speech;
}
function speechOf(code) {
  const bundle = new FluentBundle(code, { useIsolating: false });
  for (const error of bundle.addResource(new FluentResource(catalogues_default[code] ?? ""))) throw error;
  const parts = new Intl.NumberFormat(code).formatToParts(0.5);
  const decimal = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  const [before2 = "", after = ""] = messageOf(bundle, "percent", { number: "0" }).split("0");
  return { code, bundle, decimal, percent: [before2, after] };
}
function messageOf(bundle, key, values2) {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) throw new Error(`The catalogue has no text ${key}`);
  return bundle.formatPattern(pattern, values2);
}

// core/page_language.ts
function firstKnown(names) {
  for (const name of names) {
    const wanted = name.toLowerCase();
    for (const part of [wanted, wanted.split("-")[0]]) {
      const found = LANGUAGES.find((code) => code.toLowerCase() === part);
      if (found) return found;
    }
  }
  return "en";
}
function languageOfReader() {
  const host = document.documentElement.lang;
  return firstKnown([...firstKnown([host]) === "en" ? [] : [host], ...navigator.languages]);
}
function showSpoken(model, el, names, open) {
  const spoken = model;
  const reader = languageOfReader();
  if (!spoken.get("language_chosen") && spoken.get("language") !== reader) save(spoken, "language", reader);
  const speak = () => {
    useLanguage(spoken.get("language"));
    return open();
  };
  let shown = speak();
  let isStale = false;
  const renew = () => {
    if (!isStale) return;
    isStale = false;
    shown.close();
    el.replaceChildren();
    shown = speak();
  };
  const noteChange = () => {
    if (!isStale) queueMicrotask(renew);
    isStale = true;
  };
  const events = ["language", ...names].map((name) => `change:${name}`);
  for (const event of events) spoken.on(event, noteChange);
  return () => {
    isStale = false;
    for (const event of events) spoken.off(event, noteChange);
    shown.close();
  };
}

// core/dom.ts
function element(name, className = "", children = []) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
function svg(name, className = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  if (className) made.classList.add(className);
  return made;
}
function button(label, onClick, spokenLabel = "") {
  const made = element("button", "mnistviz-button", [label]);
  made.type = "button";
  if (spokenLabel) made.setAttribute("aria-label", spokenLabel);
  made.addEventListener("click", onClick);
  return made;
}
function announcer(className, role) {
  const made = element("div", className);
  if (role === "alert") made.setAttribute("role", "alert");
  else made.setAttribute("aria-live", "polite");
  return made;
}
function showReading(readout, words, isLoud) {
  readout.setAttribute("aria-live", isLoud ? "polite" : "off");
  setText(readout, words);
  if (isLoud) readout.style.minHeight = `${readout.getBoundingClientRect().height}px`;
}
function describeBy(described, words) {
  words.id ||= `mnistviz-${Math.random().toString(36).slice(2)}`;
  described.setAttribute("aria-describedby", words.id);
}
function setText(node, text2) {
  if (node.textContent === text2) return false;
  node.textContent = text2;
  return true;
}
function fillUp(parent, count, make) {
  while (parent.children.length > count) parent.lastElementChild?.remove();
  while (parent.children.length < count) parent.append(make());
}
function disable(elements) {
  for (const one of elements) {
    one.inert = true;
    for (const name of ["mouseout", "mouseup", "touchend", "touchcancel"]) {
      one.addEventListener(name, (event) => event.stopPropagation(), { capture: true });
    }
  }
}
function isLetter(event) {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey;
}
function keepKeys(el) {
  const keep = (event) => {
    const isEnter = event.key === "Enter" && !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey);
    if (isEnter || isLetter(event)) event.stopPropagation();
  };
  el.addEventListener("keydown", keep);
  return () => el.removeEventListener("keydown", keep);
}
function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// core/small_explorer.ts
var SMALL = "mnistviz-small";

// core/codec.ts
var VERSION = 2;
var ALIGNMENT = 8;
var TYPES = { uint8: Uint8Array, int32: Int32Array, float32: Float32Array, float64: Float64Array };
var Arrays = class _Arrays {
  constructor(tensors, prefix = "") {
    this.tensors = tensors;
    this.prefix = prefix;
  }
  tensors;
  prefix;
  /** Makes a collection of arrays that no message has brought. */
  static of(tensors) {
    return new _Arrays(new Map(Object.entries(tensors)));
  }
  get names() {
    const names = [...this.tensors.keys()].filter((name) => name.startsWith(this.prefix));
    return names.map((name) => name.slice(this.prefix.length));
  }
  /** Returns those named `section/...`, without that prefix. */
  of(section) {
    return new _Arrays(this.tensors, `${this.prefix}${section}/`);
  }
  /** Returns an array of any type; throws if there is none of this name. */
  tensor(name) {
    const tensor = this.tensors.get(this.prefix + name);
    if (!tensor) throw new Error(text("codec-array", { name: this.prefix + name, received: "none", expected: "any" }));
    return tensor;
  }
  /** Whether there is an array of this name. */
  has(name) {
    return this.tensors.has(this.prefix + name);
  }
  uint8(name) {
    return this.get(name, "uint8");
  }
  int32(name) {
    return this.get(name, "int32");
  }
  float64(name) {
    return this.get(name, "float64");
  }
  float32(name) {
    return this.get(name, "float32");
  }
  /** Returns an array; throws if the message has none of this name and type. */
  get(name, dtype) {
    const tensor = this.tensors.get(this.prefix + name);
    if (!tensor || !isOf(tensor, dtype)) {
      throw new Error(
        text("codec-array", { name: this.prefix + name, received: tensor?.dtype ?? "none", expected: dtype })
      );
    }
    return tensor;
  }
};
function isOf(tensor, dtype) {
  return tensor.dtype === dtype;
}
function unpack(content, buffers) {
  const { codec, arrays, base64, ...header } = content;
  if (codec !== VERSION) throw new Error(text("codec-version", { received: String(codec), version: VERSION }));
  const parts = base64 === void 0 ? buffers : [base64];
  const [buffer] = parts;
  if (parts.length !== 1 || buffer === void 0) throw new Error(text("codec-buffers", { count: parts.length }));
  const bytes = bytesOf(buffer);
  const tensors = /* @__PURE__ */ new Map();
  let end = 0;
  for (const { name, dtype, shape: shape2 } of arrays) {
    const Type = TYPES[dtype];
    if (!Type) throw new Error(text("codec-unknown-dtype", { name, dtype }));
    const start = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    const length = shape2.reduce((product2, size) => product2 * size, 1);
    end = start + length * Type.BYTES_PER_ELEMENT;
    if (end > bytes.length) break;
    tensors.set(name, { dtype, shape: shape2, data: view(Type, bytes.subarray(start, end)) });
  }
  if (end !== bytes.length)
    throw new Error(text("codec-length", { received: String(bytes.length), needed: String(end) }));
  return { header, arrays: new Arrays(tensors) };
}
function view(Type, bytes) {
  const { buffer, byteOffset, length } = bytes.byteOffset % Type.BYTES_PER_ELEMENT ? bytes.slice() : bytes;
  return new Type(buffer, byteOffset, length / Type.BYTES_PER_ELEMENT);
}

// core/binary_probe.ts
var PROBE = Uint8Array.of(0, 127, 128, 255);
var BinaryProbe = class {
  constructor(model) {
    this.model = model;
  }
  model;
  passed = false;
  /** Whether bytes arrive, as far as one knows. */
  get hasPassed() {
    return this.passed;
  }
  /** Says that the page is there and needs everything. */
  greet() {
    this.model.send({ kind: "ready", binary: this.passed });
    if (!this.passed) this.model.send({ kind: "probe" }, void 0, [PROBE.slice().buffer]);
  }
  /** The notebook kernel has sent the probe back. */
  hear(buffers) {
    const [bytes] = (buffers ?? []).map(bytesOf);
    if (this.passed || String(bytes) !== String(PROBE)) return;
    this.passed = true;
    this.model.send({ kind: "probe", passed: true });
  }
  /** Returns how many bytes can be sent where a message may have so many: base64 has four letters for three bytes. */
  limit(bytes) {
    return this.passed ? bytes : 3 * bytes / 4;
  }
  /** Sends bytes; where they would get lost, as text. */
  send(content, bytes) {
    if (this.passed) this.model.send(content, void 0, [bytes]);
    else this.model.send({ ...content, base64: base64Of(new Uint8Array(bytes)) });
  }
};
var PIECE = 2 ** 13;
function base64Of(bytes) {
  let letters = "";
  for (let start = 0; start < bytes.length; start += PIECE)
    letters += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(letters);
}

// core/ending.ts
var ENDINGS = ["restarting", "autorestarting", "terminating", "dead"];
function whenKernelEnds(model, onEnd) {
  const signal = kernelOf(model)?.statusChanged;
  const listen = (_, status) => {
    if (ENDINGS.includes(status)) onEnd();
  };
  signal?.connect(listen);
  return () => signal?.disconnect(listen);
}
function showEnding(message, parts) {
  message.textContent = text("kernel-ended");
  disable(parts);
}

// core/link.ts
var PATIENCE = 1e3;
var UNANSWERED = 5;
var Link = class {
  /**
   * @param probe says that the page is there
   * @param onEnd is called once the kernel is gone
   * @param onBack is called when a broken connection is back
   * @param onSilence is called when nobody answers: the kernel is busy, or there is none, as on a page that nbconvert has made
   */
  constructor(model, probe, onEnd, onBack, onSilence) {
    this.probe = probe;
    this.onBack = onBack;
    this.onSilence = onSilence;
    this.kernel = kernelOf(model);
    this.kernel?.connectionStatusChanged.connect(this.onConnection);
    this.stopWatching = whenKernelEnds(model, onEnd);
    this.ask();
  }
  probe;
  onBack;
  onSilence;
  kernel;
  stopWatching;
  timer;
  close() {
    this.kernel?.connectionStatusChanged.disconnect(this.onConnection);
    this.stopWatching();
    this.stopAsking();
  }
  /**
   * Asks for an update now, and then each second until one comes: a request from the time when the kernel's thread for widgets
   * does not run yet waits for the end of the running notebook cell, and a broken connection swallows requests.
   */
  ask() {
    this.stopAsking();
    let asked = 0;
    const ask2 = () => {
      if (asked === UNANSWERED) this.onSilence();
      asked += 1;
      this.probe.greet();
    };
    this.timer = setInterval(ask2, PATIENCE);
    ask2();
  }
  stopAsking() {
    clearInterval(this.timer);
  }
  onConnection = (_, status) => {
    if (status !== "connected") return;
    this.onBack();
    this.ask();
  };
};

// core/still_output.ts
var WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";
function replaceStill(model, { name, data }) {
  const host = model.widget_manager;
  for (const { outputs } of host?.context?.model?.cells ?? []) {
    for (let index = 0; outputs && index < outputs.length; index++) {
      const present = outputs.get(index).data;
      const view2 = present[WIDGET_VIEW];
      if (view2?.still !== name || present["image/png"] === data["image/png"]) continue;
      outputs.set(index, { output_type: "display_data", data, metadata: {} });
    }
  }
}

// core/theme.ts
var DARK = [
  'body[data-vscode-theme-kind="vscode-dark"], body[data-vscode-theme-kind="vscode-high-contrast"]',
  // VS Code
  'html[theme="dark"]',
  // Google Colab
  "body.dark"
  // marimo
].join();
var ATTRIBUTES = ["data-jp-theme-light", "data-vscode-theme-kind", "theme", "class"];
function presentTheme() {
  const isLight2 = document.body.dataset.jpThemeLight;
  if (isLight2) return isLight2 === "false" ? "jupyter-dark" : "jupyter-light";
  return document.querySelector(DARK) ? "dark" : "light";
}
function isDark() {
  return presentTheme().endsWith("dark");
}
function followTheme(el, changed = () => void 0) {
  const follow = () => {
    const theme = presentTheme();
    if (el.dataset.mnistvizTheme === theme) return;
    el.dataset.mnistvizTheme = theme;
    changed();
  };
  el.dataset.mnistvizTheme = presentTheme();
  const observer = new MutationObserver(follow);
  for (const root of [document.documentElement, document.body]) {
    observer.observe(root, { attributeFilter: ATTRIBUTES });
  }
  return () => observer.disconnect();
}

// core/live_page.ts
var LivePage = class {
  /** Listens to the model, and asks for the first update. The painter must be ready for it. */
  constructor(model, el, painter) {
    this.model = model;
    this.el = el;
    this.painter = painter;
    el.dataset.frame = "0";
    Object.assign(el, language());
    this.onClose(keepKeys(el));
    this.onClose(followTheme(el, () => this.guarded(() => painter.recolour?.())));
    this.listen(["msg:custom"], (content, buffers) => this.receive(content, buffers));
    this.listen(["change:message"], () => this.showMessage());
    this.showMessage();
    const resizing = new ResizeObserver((sizes) => this.guarded(() => this.resize(sizes.at(-1)?.contentRect.width)));
    resizing.observe(el);
    this.onClose(() => resizing.disconnect());
    this.probe = new BinaryProbe(model);
    const link = new Link(
      model,
      this.probe,
      () => this.end(),
      () => painter.reconnect?.(),
      () => this.saySilence()
    );
    this.link = link;
    this.onClose(() => link.close());
  }
  model;
  el;
  painter;
  message = announcer("mnistviz-message", "alert");
  spoken = announcer("mnistviz-spoken", "polite");
  isClosed = false;
  painted = 0;
  // updates
  waiting = null;
  isDue = false;
  // it is painted in the next animation frame
  isUnanswered = false;
  // the message says so
  isOutOfSight = false;
  // its output is collapsed, or in a tab behind another one
  endings = [];
  link;
  probe;
  /** Whether something waits to be painted. */
  get isWaiting() {
    return this.waiting !== null;
  }
  /** Calls an action on events of the model until the page is closed. */
  listen(names, action) {
    const listener = (content, buffers) => {
      this.guarded(() => action(content, buffers));
    };
    for (const name of names) this.model.on(name, listener);
    this.onClose(() => {
      for (const name of names) this.model.off(name, listener);
    });
  }
  onClose(action) {
    this.endings.push(action);
  }
  close() {
    this.isClosed = true;
    for (const end of this.endings.splice(0)) end();
  }
  /** Reports an update as painted, so that the next can be sent; unless another message has told so. */
  reportPainted(number2) {
    this.model.send({ kind: "painted", number: number2 });
  }
  /** Returns how many bytes can be sent where a message may have so many. */
  limit(bytes) {
    return this.probe.limit(bytes);
  }
  /** Sends bytes to the notebook kernel, whether or not the host passes them on as such. */
  sendBytes(content, bytes) {
    this.probe.send(content, bytes);
  }
  /** Shows an error to the reader, and has it logged by the notebook kernel. */
  report(error) {
    this.message.textContent = error;
    this.model.send({ kind: "error", text: error });
  }
  /** Runs an action; whatever goes wrong in it is reported, and the next update has a new chance. */
  guarded(action) {
    if (this.isClosed) return;
    try {
      action();
    } catch (error) {
      this.waiting = null;
      this.report(String(error));
    }
  }
  receive(content, buffers) {
    switch (content.kind) {
      case "still":
        replaceStill(this.model, content);
        break;
      case "probe":
        this.probe.hear(buffers);
        break;
      case "update":
        this.update(content, buffers);
        break;
      default:
        this.painter.receive(content, buffers);
    }
  }
  update(content, buffers) {
    this.link.stopAsking();
    if (this.isUnanswered) this.showMessage();
    const update = unpack(content, buffers);
    const maker = this.painter.accept ? this.painter.accept(update) : () => update;
    if (maker) this.schedule(maker);
  }
  /** Paints in the next animation frame, in place of what waits for it. While the view is out of sight, it waits. */
  schedule(maker) {
    this.waiting = maker;
    if (this.isDue || this.isOutOfSight) return;
    this.isDue = true;
    const paint = () => {
      this.isDue = false;
      this.guarded(() => this.paint());
    };
    if (document.hidden)
      setTimeout(paint);
    else requestAnimationFrame(paint);
  }
  /** Asks the kernel for an update with everything. */
  ask() {
    this.link.ask();
  }
  paint() {
    const maker = this.waiting;
    this.waiting = null;
    const update = maker?.();
    if (update) this.show(update);
  }
  resize(width) {
    this.isOutOfSight = width === 0;
    if (this.isOutOfSight) return;
    this.painter.resize();
    if (this.waiting) this.schedule(this.waiting);
  }
  /** Paints an update at once. */
  show(update) {
    this.painter.paint(update);
    this.painted += 1;
    this.el.dataset.frame = String(this.painted);
  }
  /** The notebook kernel is gone. */
  end() {
    this.close();
    const parts = [...this.el.children];
    showEnding(
      this.message,
      parts.filter((part) => part !== this.message)
    );
  }
  saySilence() {
    this.isUnanswered = true;
    this.message.textContent = text("no-answer");
  }
  showMessage() {
    this.isUnanswered = false;
    this.message.textContent = this.model.get("message");
  }
};

// core/numbers.ts
function shortest(value) {
  for (let digits = 1; digits < 9; digits++) {
    const number2 = Number(value.toPrecision(digits));
    if (Math.fround(number2) === value) return withDecimalSign(String(number2));
  }
  return withDecimalSign(String(Number(value.toPrecision(9))));
}
function compact(value) {
  return withDecimalSign(String(Number(value.toPrecision(3))));
}
function rough(value) {
  return withDecimalSign(value.toPrecision(2));
}
function rounded(value, decimals) {
  return withDecimalSign(value.toFixed(decimals));
}
function percent(share) {
  return asPercent((100 * share).toFixed(1));
}
function signed(value) {
  return (value < 0 ? "−" : "+") + rounded(Math.abs(value), Math.abs(value) < 100 ? 2 : 0);
}
function rangeText(low, high) {
  const range3 = { low: compact(Math.min(...low)), high: compact(Math.max(...high)) };
  return low.length > 1 ? text("range-per-map", range3) : text("range", range3);
}
function roundToEven(value) {
  const isTie = Math.abs(value - Math.trunc(value)) === 0.5;
  return isTie ? 2 * Math.round(value / 2) : Math.round(value);
}
function fixed(value, decimals) {
  return withDecimalSign(tieToEven(value.toFixed(decimals), value.toFixed(decimals + FURTHER)));
}
function significant(value, digits) {
  const [mantissa = "", power = ""] = value.toExponential(digits - 1).split("e");
  const [longer = ""] = value.toExponential(digits - 1 + FURTHER).split("e");
  const exponent = Number(power);
  const shortened = tieToEven(mantissa, longer);
  if (exponent >= -4 && exponent < digits) return withDecimalSign(String(Number(`${shortened}e${power}`)));
  const twoDigits = String(Math.abs(exponent)).padStart(2, "0");
  return `${withDecimalSign(String(Number(shortened)))}e${exponent < 0 ? "-" : "+"}${twoDigits}`;
}
var FURTHER = 30;
function tieToEven(short, long) {
  const last = Number(short.at(-1));
  return long.endsWith("5".padEnd(FURTHER, "0")) && last % 2 ? short.slice(0, -1) + (last - 1) : short;
}

// explorer/bar.ts
var Bar = class {
  el;
  label = element("span", "mnistviz-class");
  fill = element("span", "mnistviz-fill");
  number = element("span", "mnistviz-number");
  constructor(onClick) {
    const track = element("span", "mnistviz-track", [this.fill]);
    this.el = element("div", "mnistviz-bar", [this.label, track, this.number]);
    this.el.setAttribute("role", "meter");
    this.el.setAttribute("aria-valuemin", "0");
    this.el.setAttribute("aria-valuemax", "100");
    this.el.addEventListener("click", onClick);
  }
  /** Sets of which class it tells. */
  name(name, spoken) {
    if (!setText(this.label, name)) return;
    this.label.title = name.length > 1 ? name : "";
    this.el.setAttribute("aria-label", spoken);
  }
  /** @param share null: the paper is blank */
  paint(share, isPredicted) {
    this.fill.style.transform = `scaleX(${share ?? 0})`;
    if (setText(this.number, share === null ? "" : percent(share))) {
      this.el.setAttribute("aria-valuenow", (100 * (share ?? 0)).toFixed(1));
      this.el.setAttribute("aria-valuetext", share === null ? text("no-prediction") : percent(share));
    }
    this.el.classList.toggle("mnistviz-winner", isPredicted);
  }
};

// explorer/classes.ts
var MOST_SHOWN = 10;
function areDigits(classes) {
  return classes.length === 10 && classes.every((name, i) => name === String(i));
}
function spokenName(classes, which) {
  const name = classes[which] ?? String(which);
  return areDigits(classes) ? text("digit-of-bar", { digit: name }) : text("class-of-bar", { name });
}
function shownClasses(probabilities, count) {
  const all = Array.from({ length: count }, (_, which) => which);
  if (count <= MOST_SHOWN) return all;
  return all.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b).slice(0, MOST_SHOWN);
}
function widthOf(name) {
  const lengths = name.split(/\s+/).map((word) => Array.from(word).length);
  const total = Array.from(name).length;
  return lengths.length > 1 && total > 8 ? Math.max(...lengths, Math.ceil(total / 2) + 1) : total;
}

// explorer/answer.ts
var DOUBT = 1500;
var Answer = class {
  // runs before the digit is flagged
  /** @param explain explains the probability of a class; null: nothing does */
  constructor(classes, explain) {
    this.classes = classes;
    this.explain = explain;
    const { names } = classes;
    this.remark.hidden = true;
    this.shown = shownClasses([], names.length);
    this.rows = this.shown.map((_, row) => new Bar(() => this.choose(row)));
    const isOfDigits = areDigits(names);
    const bars = element(
      "div",
      "mnistviz-bars",
      this.rows.map(({ el }) => el)
    );
    if (names.length > MOST_SHOWN) bars.append(this.others);
    bars.setAttribute("role", "group");
    bars.setAttribute("aria-label", this.label(isOfDigits));
    if (explain) bars.tabIndex = 0;
    bars.addEventListener("keydown", (event) => {
      if (!explain || !/^[0-9]$/.test(event.key)) return;
      this.choose(Number(event.key));
      event.preventDefault();
      event.stopPropagation();
    });
    const why = button(text("why"), () => explain?.(this.predicted), text("why-aloud"));
    const verdict = element("div", "mnistviz-verdict", [this.prediction, this.confidence, why]);
    this.el = element("div", "mnistviz-answer", [verdict, bars, this.remark]);
    this.el.classList.toggle("mnistviz-named", !isOfDigits);
  }
  classes;
  explain;
  el;
  prediction = element("div", "mnistviz-prediction", [text("draw-a-digit")]);
  confidence = element("div", "mnistviz-confidence");
  remark = element("div", "mnistviz-flag", [text("unfamiliar")]);
  others = element("div", "mnistviz-others");
  rows;
  shown;
  // the class of each row
  predicted = 0;
  timer;
  paint({ prediction, confidence, probabilities }) {
    const { names } = this.classes;
    const isKnown = prediction !== null;
    this.flag(false);
    this.predicted = prediction ?? 0;
    this.prediction.classList.toggle("mnistviz-known", isKnown);
    this.showName(isKnown ? names[prediction] ?? String(prediction) : null);
    setText(this.confidence, isKnown ? percent(confidence) : "");
    this.shown = shownClasses(isKnown ? probabilities : [], names.length);
    for (const [row, bar] of this.rows.entries()) {
      const which = this.shown[row] ?? 0;
      bar.name(names[which] ?? "", spokenName(names, which));
      bar.paint(isKnown ? probabilities[which] ?? 0 : null, which === prediction);
    }
    setText(this.others, this.describeOthers(isKnown ? probabilities : null));
  }
  /** The digit looks unlike those that the network knows: flags it soon, unless another one is painted before. */
  doubt() {
    this.flag(false);
    this.timer = setTimeout(() => this.flag(true), DOUBT);
  }
  /** Says the answer in words: in a sentence, and as short as it can be. */
  say({ prediction, confidence }) {
    const blank = text("blank-paper");
    if (prediction === null) return { answer: blank, reading: blank };
    const read = { prediction: this.classes.names[prediction] ?? String(prediction), confidence: percent(confidence) };
    return {
      answer: text(this.classes.areIndependent ? "answer-aloud-independent" : "answer-aloud", read),
      reading: text("history-answer", { name: read.prediction, confidence: read.confidence })
    };
  }
  close() {
    clearTimeout(this.timer);
  }
  flag(isFlagged) {
    clearTimeout(this.timer);
    this.remark.hidden = !isFlagged;
  }
  choose(row) {
    const which = this.shown[row];
    if (which !== void 0) this.explain?.(which);
  }
  label(isOfDigits) {
    if (isOfDigits) return text(this.explain ? "probabilities" : "probabilities-alone");
    const name = this.classes.areIndependent ? text("independent-of-classes") : text("probabilities-of-classes");
    return this.explain ? text("probabilities-and-keys", { name }) : name;
  }
  /** @param name null: the paper is blank */
  showName(name) {
    if (!setText(this.prediction, name ?? text("draw-a-digit"))) return;
    this.prediction.title = name && name.length > 1 ? name : "";
    this.prediction.style.setProperty("--mnistviz-characters", String(widthOf(name ?? "")));
  }
  describeOthers(probabilities) {
    const count = this.classes.names.length - this.shown.length;
    if (!probabilities) return text("other-classes", { count });
    const rest = probabilities.filter((_, which) => !this.shown.includes(which));
    if (this.classes.areIndependent) return text("others-at-most", { count, share: percent(Math.max(0, ...rest)) });
    return text("others-together", { count, share: percent(rest.reduce((sum, share) => sum + share, 0)) });
  }
};

// ../mnistviz/assets/tokens.json
var tokens_default = {
  colours: {
    text: { jupyter: "--jp-ui-font-color1", vscode: "--vscode-editor-foreground", light: "#1a1a1a", dark: "#e0e0e0", forced: "CanvasText" },
    "strong-text": { jupyter: "--jp-ui-font-color0", vscode: "--vscode-editor-foreground", light: "#000000", dark: "#ffffff", forced: "CanvasText" },
    "faint-text": { jupyter: "--jp-ui-font-color2", vscode: "--vscode-descriptionForeground", light: "#616161", dark: "#b0b0b0", forced: "CanvasText" },
    background: { jupyter: "--jp-layout-color1", vscode: "--vscode-editor-background", light: "#ffffff", dark: "#111111", forced: "Canvas" },
    field: { jupyter: "--jp-layout-color0", vscode: "--vscode-input-background", light: "#ffffff", dark: "#111111", forced: "Field" },
    raised: { jupyter: "--jp-layout-color2", vscode: "--vscode-editorWidget-background", light: "#eeeeee", dark: "#424242", forced: "ButtonFace" },
    border: { jupyter: "--jp-border-color1", vscode: "--vscode-contrastBorder", light: "#bdbdbd", dark: "#616161", forced: "ButtonBorder" },
    "strong-border": { jupyter: "--jp-border-color0", vscode: "--vscode-contrastBorder", light: "#757575", dark: "#9e9e9e", forced: "ButtonBorder" },
    "faint-border": { jupyter: "--jp-border-color2", vscode: "--vscode-contrastBorder", light: "#e0e0e0", dark: "#424242", forced: "CanvasText" },
    accent: { jupyter: "--jp-brand-color1", vscode: "--vscode-textLink-foreground", light: "#1976d2", dark: "#64b5f6", forced: "Highlight" },
    bar: { jupyter: "--jp-ui-font-color3", light: "#9e9e9e", dark: "#757575", forced: "GrayText" },
    success: { jupyter: "--jp-success-color1", light: "#2e7d32", dark: "#66bb6a", forced: "Highlight" },
    warning: { jupyter: "--jp-warn-color1", light: "#e65100", dark: "#ffb74d", forced: "CanvasText" },
    error: { jupyter: "--jp-error-color1", light: "#d32f2f", dark: "#ef5350", forced: "CanvasText" },
    mark: { light: "#e6007e", dark: "#e6007e", forced: "#e6007e" },
    "mark-edge": { light: "#ffffff", dark: "#ffffff", forced: "#ffffff" },
    paper: { light: "#ffffff", dark: "#ffffff", forced: "#ffffff" },
    ink: { light: "#1a1a1a", dark: "#1a1a1a", forced: "#1a1a1a" },
    positive: { light: "#b35806", dark: "#b35806", forced: "#b35806" },
    added: { light: "#b35806", dark: "#fdb863", forced: "#b35806" },
    removed: { light: "#6a3d9a", dark: "#b2abd2", forced: "#6a3d9a" },
    "on-light": { light: "#000000", dark: "#000000", forced: "#000000" },
    "on-dark": { light: "#ffffff", dark: "#ffffff", forced: "#ffffff" },
    neutral: { light: "#8a8a8a", dark: "#8a8a8a", forced: "#8a8a8a" }
  },
  classes: {
    "0": { light: "#3f90da", dark: "#3f90da", forced: "#3f90da" },
    "1": { light: "#ffa90e", dark: "#ffa90e", forced: "#ffa90e" },
    "2": { light: "#bd1f01", dark: "#bd1f01", forced: "#bd1f01" },
    "3": { light: "#94a4a2", dark: "#94a4a2", forced: "#94a4a2" },
    "4": { light: "#832db6", dark: "#832db6", forced: "#832db6" },
    "5": { light: "#a96b59", dark: "#a96b59", forced: "#a96b59" },
    "6": { light: "#e76300", dark: "#e76300", forced: "#e76300" },
    "7": { light: "#b9ac70", dark: "#b9ac70", forced: "#b9ac70" },
    "8": { light: "#717581", dark: "#717581", forced: "#717581" },
    "9": { light: "#92dadd", dark: "#92dadd", forced: "#92dadd" }
  },
  sizes: {
    paper: 280,
    touch: 44,
    "pad-border": 2,
    "digit-shown": 84
  },
  counts: {
    "maps-across": 16,
    "units-across": 64,
    "kernel-side": 7,
    "kernel-slices": 4096
  },
  type: {
    family: { jupyter: "--jp-ui-font-family", vscode: "--vscode-font-family", fallback: "sans-serif" },
    "code-family": { jupyter: "--jp-code-font-family", vscode: "--vscode-editor-font-family", fallback: "monospace" },
    size: { jupyter: "--jp-ui-font-size1", vscode: "--vscode-font-size", fallback: "13px" }
  }
};

// core/colours.ts
var ZERO = 128;
var PAPER = Uint32Array.from({ length: 256 }, (_, code) => 4278190080 | (255 - code) * 65793);
var CLASSES = Object.values(tokens_default.classes).map(({ light }) => light);
function classColour(number2) {
  return CLASSES[number2 % CLASSES.length];
}
function colourTable(bytes) {
  const byte = (at2) => bytes[at2] ?? 0;
  return Uint32Array.from(
    { length: 256 },
    (_, code) => 4278190080 | byte(3 * code + 2) << 16 | byte(3 * code + 1) << 8 | byte(3 * code)
  );
}
function flipped(table) {
  return table.map((colour2) => {
    const bytes = [colour2 & 255, colour2 >> 8 & 255, colour2 >> 16 & 255];
    const shift = 255 - Math.max(...bytes) - Math.min(...bytes);
    const [red = 0, green = 0, blue = 0] = bytes.map((byte) => byte + shift);
    return 4278190080 | blue << 16 | green << 8 | red;
  });
}
function codeOf(value, high, isSigned) {
  const share = high ? Math.max(-1, Math.min(1, value / high)) : 0;
  return isSigned ? ZERO + Math.round(127 * share) : Math.max(0, Math.round(255 * share));
}
function decoded2(code, high, isSigned) {
  return isSigned ? (code - ZERO) / 127 * high : code / 255 * high;
}
function isLight(colour2 = 0) {
  const linear = (shift) => ((colour2 >> shift & 255) / 255) ** 2.2;
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16) > 0.179;
}
function inkOn(colour2) {
  return isLight(colour2) ? tokens_default.colours["on-light"].light : tokens_default.colours["on-dark"].light;
}
function css(colour2) {
  return `rgb(${colour2 & 255} ${colour2 >> 8 & 255} ${colour2 >> 16 & 255})`;
}
var TINY = 1e-30;
function encodeLayer(values2, maps, isSigned, scale) {
  const codes = new Uint8Array(values2.length);
  const ranges = scale === "map" ? maps ?? 1 : 1;
  const size = values2.length / ranges;
  const high = [];
  for (let start = 0; start < values2.length; start += size) {
    const most = largest(values2, start, start + size, isSigned);
    high.push(most);
    const factor = Math.fround(Math.fround(isSigned ? 127 : 255) / (most > Math.fround(TINY) ? most : 1));
    const half = isSigned ? 128.5 : 0.5;
    for (let i = start; i < start + size; i++)
      codes[i] = Math.fround(Math.fround(values2[i] * factor) + half);
  }
  return { codes, low: high.map((most) => isSigned ? 0 - most : 0), high };
}
function largest(values2, start, end, isSigned) {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i++) {
    const value = values2[i];
    most = Math.max(most, isSigned ? Math.abs(value) : value);
  }
  return most;
}

// core/canvas.ts
function contextOf(canvas) {
  const context = canvas.getContext("2d");
  if (!context) throw new Error(text("no-2d-canvas"));
  return context;
}
function putStacked(canvas, pixels, rows) {
  const context = contextOf(canvas);
  for (let top = 0, left = 0; top < pixels.height; top += rows, left += pixels.width) {
    context.putImageData(pixels, left, -top, 0, top, pixels.width, Math.min(rows, pixels.height - top));
  }
}
function paintPicture(canvas, values2, width, height) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pixels = new ImageData(width, height);
  const channels = values2.length / (width * height);
  for (let i = 0; i < pixels.data.length; i++) {
    const channel = i % 4;
    const place = Math.floor(i / 4) * channels + Math.min(channel, channels - 1);
    pixels.data[i] = channel === 3 ? 255 : values2[place] ?? 0;
  }
  contextOf(canvas).putImageData(pixels, 0, 0);
}
function paintInk(canvas, ink2, width, height) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pixels = new ImageData(width, height);
  colour(new Uint32Array(pixels.data.buffer), ink2, PAPER);
  contextOf(canvas).putImageData(pixels, 0, 0);
}
function colour(pixels, codes, table) {
  for (let i = 0; i < pixels.length; i++) pixels[i] = table[codes[i] ?? 0] ?? 0;
}

// explorer/input.ts
var SIDE = tokens_default.sizes["digit-shown"];
var RANGE = { low: [0], high: [1] };
var Input = class {
  constructor(stage) {
    this.stage = stage;
    this.digit = stage.digit;
    this.el = element("figure", "mnistviz-input", [
      element("div", "mnistviz-caption", [text("network-sees")]),
      element("div", "mnistviz-framing", [this.steps, this.digit.canvas]),
      this.caption
    ]);
  }
  stage;
  el;
  steps = element("span", "mnistviz-steps");
  caption = element("figcaption");
  digit;
  /** Takes the strip for what an update shows, before marks are put on it. */
  prepare(arrays) {
    this.stage.showDigitOf(arrays.uint8("digit").shape);
    if (this.digit === this.stage.digit) return;
    this.digit.canvas.replaceWith(this.stage.digit.canvas);
    this.digit = this.stage.digit;
    this.resize();
  }
  paintDigit(arrays) {
    this.digit.show(arrays.uint8("digit").data, RANGE, PAPER);
  }
  paintSteps({ steps, centring }, arrays) {
    fillUp(this.steps, steps.length, () => {
      const canvas = element("canvas", "mnistviz-paper");
      canvas.setAttribute("aria-hidden", "true");
      return element("span", "", [canvas, "→"]);
    });
    steps.forEach(({ name, text: what }, i) => {
      const canvas = this.steps.children[i]?.firstChild;
      const { shape: shape2, data } = arrays.uint8(name);
      paintInk(canvas, data, shape2[1] ?? 0, shape2[0] ?? 0);
      canvas.title = what;
    });
    setText(this.caption, [...steps.map((step) => step.text), centring].filter(Boolean).join("; "));
  }
  settle(arrays) {
    this.digit.values = arrays.float32("digit").data;
  }
  resize() {
    const { rows, columns } = this.digit.sizes;
    const scale = SIDE / Math.max(rows, columns);
    this.digit.resize(scale * columns, scale * rows);
  }
};

// ink/drawing.ts
function blankDrawing(brush = null) {
  return { strokes: [], brush };
}
function begin({ strokes, brush }, x, y) {
  return { strokes: [...strokes, [[x, y]]], brush };
}
function extend({ strokes, brush }, points) {
  const last = strokes.at(-1);
  if (!last) throw new Error(text("drawing-no-stroke-to-extend"));
  return { strokes: [...strokes.slice(0, -1), last.concat(points)], brush };
}
function undo({ strokes, brush }) {
  return { strokes: strokes.slice(0, -1), brush };
}
function until({ strokes, brush }, points) {
  let left = points;
  const kept = [];
  for (const stroke of strokes) {
    if (left <= 0) break;
    kept.push(stroke.length > left ? stroke.slice(0, left) : stroke);
    left -= stroke.length;
  }
  return { strokes: kept, brush };
}
function withBrush({ strokes }, brush) {
  return { strokes, brush };
}
function pointsOf({ strokes }) {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}
function newInk(old, fresh) {
  if (fresh.strokes.length < old.strokes.length) return null;
  const pieces = fresh.strokes.slice(old.strokes.length);
  for (const [index, before2] of old.strokes.entries()) {
    const after = fresh.strokes[index] ?? [];
    if (!startsWith(after, before2)) return null;
    if (after.length === before2.length) continue;
    if (index < old.strokes.length - 1) return null;
    pieces.unshift(after.slice(before2.length - 1));
  }
  return pieces;
}
function startsWith(stroke, start) {
  if (stroke === start) return true;
  if (stroke.length < start.length) return false;
  for (let i = 0; i < start.length; i++) {
    const a = stroke[i];
    const b = start[i];
    if (a !== b && (a[0] !== b[0] || a[1] !== b[1])) return false;
  }
  return true;
}

// ../mnistviz/assets/framing.json
var framing_default = {
  digit_side: 28,
  paper_side: 280,
  brush: 22,
  box: 20,
  centre: 14,
  faint: 0.02,
  narrowest: 1.8,
  normal: 2.4,
  widest: 3.2,
  kept_pixels: 1e6,
  reach: 256,
  dot: 1e-200,
  supersampling: 4,
  fine: 4,
  inked: 0.4,
  shown_side: 56,
  step_side: 56,
  lesson_side: 84
};

// ink/framing_steps.ts
var DIGIT_SIDE = framing_default.digit_side;
var PAPER_SIDE = framing_default.paper_side;
var BRUSH = framing_default.brush;
var STEP_NAMES = ["crop", "scale", "line", "centre"];
var EVERY_STEP = { crop: true, scale: true, line: true, centre: true };
var NO_STEP = { crop: false, scale: false, line: false, centre: false };
function areSameSteps(one, other) {
  return STEP_NAMES.every((name) => one[name] === other[name]);
}
function shapeOf({ rows, columns, channels }) {
  return channels ? [rows, columns, channels] : [rows, columns];
}
function imageOfShape([rows = 0, columns = 0, channels], data) {
  return channels ? { rows, columns, data, channels } : { rows, columns, data };
}
function blankImage(rows, columns) {
  return { rows, columns, data: new Float32Array(rows * columns) };
}
function digitImage(data) {
  return { rows: DIGIT_SIDE, columns: DIGIT_SIDE, data };
}
var WHOLE_PAPER = { scale: PAPER_SIDE / DIGIT_SIDE, left: 0, top: 0 };
function pointOf({ scale, left, top }, row, column) {
  return [left + scale * column, top + scale * row];
}
var BLANK_FRAMING = { steps: [], onPaper: WHOLE_PAPER, ink: null, photo: [], given: null };
function givePicture(image, given) {
  const { rows, columns } = image;
  const scale = PAPER_SIDE / Math.max(rows, columns);
  const onPaper = { scale, left: (PAPER_SIDE - scale * columns) / 2, top: (PAPER_SIDE - scale * rows) / 2 };
  const step = { name: "given", text: given, image, isDone: true };
  return { ...BLANK_FRAMING, steps: [step], onPaper, given };
}
function digitOf(framing) {
  return framing.steps.at(-1)?.image.data ?? new Float32Array(DIGIT_SIDE * DIGIT_SIDE);
}

// ink/scene.ts
function sceneOf(drawing, picture = null) {
  return { drawing, picture, before: null, moment: null };
}
function isBlank({ drawing, picture }) {
  return drawing.strokes.length === 0 && picture === null;
}
function withDrawing(scene, drawing) {
  return { drawing, picture: null, before: scene.before, moment: null };
}
function replaced(scene, drawing, picture = null) {
  const before2 = isBlank(scene) ? scene.before : sceneOf(scene.drawing, scene.picture);
  return { drawing, picture, before: before2, moment: null };
}
function drawable(scene) {
  return scene.picture ? replaced(scene, blankDrawing(scene.drawing.brush)) : scene;
}
function sceneWithBrush(scene, brush) {
  return { ...scene, drawing: withBrush(scene.drawing, brush) };
}
function rewound(scene, points) {
  const isPast = points !== null && !scene.picture && points < pointsOf(scene.drawing);
  return { ...scene, moment: isPast ? Math.max(points, 0) : null };
}
function shownIn(scene) {
  return scene.moment === null ? scene : sceneOf(until(scene.drawing, scene.moment));
}
function undone(scene) {
  if (scene.picture || scene.drawing.strokes.length === 0) {
    return scene.before ?? sceneOf(blankDrawing(scene.drawing.brush));
  }
  return withDrawing(scene, undo(scene.drawing));
}

// ink/images.ts
function cut(image, top, left, rows, columns) {
  const part = blankImage(rows, columns);
  const [first, last] = [Math.max(left, 0), Math.min(left + columns, image.columns)];
  if (first >= last) return part;
  for (let row = Math.max(top, 0); row < Math.min(top + rows, image.rows); row++) {
    const line = image.data.subarray(row * image.columns + first, row * image.columns + last);
    part.data.set(line, (row - top) * columns + first - left);
  }
  return part;
}
function pad(image, margin) {
  return cut(image, -margin, -margin, image.rows + 2 * margin, image.columns + 2 * margin);
}
function cropToInk(image) {
  let [top, left, bottom, right] = [image.rows, image.columns, 0, 0];
  for (let row = 0, index = 0; row < image.rows; row++) {
    for (let column = 0; column < image.columns; column++, index++) {
      if (!image.data[index]) continue;
      if (row < top) top = row;
      bottom = row + 1;
      if (column < left) left = column;
      if (column >= right) right = column + 1;
    }
  }
  return bottom ? cut(image, top, left, bottom - top, right - left) : blankImage(0, 0);
}
function placeInSquare(image, side) {
  const [top, left] = [Math.floor((side - image.rows) / 2), Math.floor((side - image.columns) / 2)];
  return cut(image, -top, -left, side, side);
}
function longestSide({ rows, columns }) {
  return Math.max(rows, columns);
}
function darkest({ data }) {
  return data.reduce((most, value) => Math.max(most, value), 0);
}

// ink/centre.ts
var CENTRE = framing_default.centre;
var FAINT = framing_default.faint;
function centre(image, isOn) {
  if (!image.data.some((value) => value > 0)) return stay(image, text("framing-no-ink"));
  const rows = shiftOf(profileOf(image, DIGIT_SIDE, 1));
  const columns = shiftOf(profileOf(image, 1, DIGIT_SIDE));
  if (!isOn) {
    return stay(image, text("framing-not-centred", { column: fixed(columns.middle, 0), row: fixed(rows.middle, 0) }));
  }
  const [down, right] = [rows.shift, columns.shift];
  const note = text("framing-centred", { right: signed2(right), down: signed2(down) });
  const moved2 = cut(image, -down, -right, DIGIT_SIDE, DIGIT_SIDE);
  return { step: { name: "centre", text: note, image: moved2, isDone: true }, down, right };
}
function stay(image, note) {
  return { step: { name: "centre", text: note, image, isDone: false }, down: 0, right: 0 };
}
function profileOf({ data }, stride, step) {
  const profile = new Float64Array(DIGIT_SIDE);
  for (let line = 0; line < DIGIT_SIDE; line++) {
    let sum = 0;
    for (let i = 0; i < DIGIT_SIDE; i++) sum += data[line * stride + i * step];
    profile[line] = sum;
  }
  return profile;
}
function shiftOf(profile) {
  const total = profile.reduce((sum, ink2) => sum + ink2, 0);
  const middle = profile.reduce((sum, ink2, index) => sum + ink2 * index, 0) / total;
  const threshold = FAINT * Math.max(...profile);
  const isInked = Array.from(profile, (ink2) => ink2 > threshold);
  const [first, last] = [isInked.indexOf(true), isInked.lastIndexOf(true)];
  const shift = Math.min(Math.max(roundToEven(CENTRE - middle), -first), DIGIT_SIDE - 1 - last);
  return { middle, shift: shift + 0 };
}
function signed2(pixels) {
  return `${pixels < 0 ? "" : "+"}${pixels}`;
}

// ink/distance.ts
function distanceTo(mask, rows, columns) {
  const heights = squaresInColumns(mask, rows, columns);
  const distances = new Float32Array(rows * columns);
  const centres = new Int32Array(columns);
  const offsets = new Float64Array(columns);
  const starts = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    const first = row * columns;
    let count = 0;
    for (let column = 0; column < columns; column++) {
      const height = heights[first + column];
      if (height === Infinity) continue;
      let start = -Infinity;
      for (; count > 0; count--) {
        const centre2 = centres[count - 1];
        const rise = height + column * column - offsets[count - 1] - centre2 * centre2;
        start = rise / (2 * (column - centre2));
        if (start > starts[count - 1]) break;
      }
      centres[count] = column;
      offsets[count] = height;
      starts[count++] = start;
    }
    for (let column = columns - 1; column >= 0; column--) {
      while (count > 1 && starts[count - 1] > column) count--;
      const across = column - centres[count - 1];
      distances[first + column] = count ? Math.sqrt(across * across + offsets[count - 1]) : Infinity;
    }
  }
  return distances;
}
function squaresInColumns(mask, rows, columns) {
  const squares = new Float64Array(rows * columns);
  for (let column = 0; column < columns; column++) {
    let distance2 = Infinity;
    for (let index = column; index < mask.length; index += columns) {
      distance2 = mask[index] ? 0 : distance2 + 1;
      squares[index] = distance2;
    }
    distance2 = Infinity;
    for (let index = (rows - 1) * columns + column; index >= 0; index -= columns) {
      distance2 = mask[index] ? 0 : distance2 + 1;
      const nearest = Math.min(distance2, squares[index]);
      squares[index] = nearest * nearest;
    }
  }
  return squares;
}

// ink/pen_path.ts
var REACH = framing_default.reach;
var SIDE2 = 2 * REACH + 1;
var DOT = framing_default.dot;
var SUPERSAMPLING = framing_default.supersampling;
var PenPath = class {
  drawing = blankDrawing();
  isPassed = new Uint8Array(SIDE2 * SIDE2);
  passed = new Int32Array(SIDE2 * SIDE2);
  // the squares in the order in which the pen has passed them
  count = 0;
  scale = 1;
  // squares per unit of the points
  origin = [0, 0];
  lowest = [0, 0];
  highest = [0, 0];
  /** Whether there is no point yet. */
  get isBlank() {
    return this.drawing.strokes.length === 0;
  }
  /** Width of the pen (unit of the points). */
  get brush() {
    return this.drawing.brush;
  }
  /** The smallest x and y of the path (unit of the points). */
  get low() {
    return this.lowest;
  }
  /** The extent of the path in x and y (unit of the points); 0 for a dot. */
  get span() {
    return this.longest >= DOT ? this.extent : [0, 0];
  }
  /** Adds what is new in `drawing`. Starts over if it is another drawing, or if it needs another scale. */
  update(drawing) {
    const pieces = newInk(this.drawing, drawing);
    if (!pieces || this.isBlank) {
      this.restart(drawing);
    } else if (pieces.length) {
      this.widen(pieces);
      if (this.fittingScale() === this.scale) this.add(pieces);
      else this.restart(drawing);
    }
    this.drawing = drawing;
    return this;
  }
  /**
   * Draws the path with a round pen, scaled, on a square.
   *
   * @param scale pixels of the result per unit of the points.
   * @param width of the pen (pixels of the result).
   * @param size side of the result (pixels).
   * @param supersampling subpixels per pixel and axis.
   * @param corner the position (x, y) of the smallest x and y of the path (pixels of the result). What lies outside the square
   *   is cut off. Null centres the path.
   * @returns size x size values, row by row: the inked share of each pixel, 0 to 1.
   */
  ink(scale, width, size, supersampling = SUPERSAMPLING, corner2 = null) {
    const side = size * supersampling;
    const mask = new Uint8Array(side * side);
    const columns = this.subpixels(0, scale, size, supersampling, corner2);
    const rows = this.subpixels(1, scale, size, supersampling, corner2);
    for (let i = 0; i < this.count; i++) {
      const square = this.passed[i];
      const row = rows[Math.floor(square / SIDE2)];
      const column = columns[square % SIDE2];
      if (row >= 0 && column >= 0) mask[row * side + column] = 1;
    }
    const ink2 = distanceTo(mask, side, side);
    const reach = Math.fround(width / 2 * supersampling + 0.5);
    for (let i = 0; i < ink2.length; i++) ink2[i] = Math.min(Math.max(reach - ink2[i], 0), 1);
    return shrink(ink2, side, side, supersampling);
  }
  get extent() {
    return [this.highest[0] - this.lowest[0], this.highest[1] - this.lowest[1]];
  }
  get longest() {
    return Math.max(...this.extent);
  }
  /** Returns the subpixel in which each row (axis 1) or column (axis 0) of squares lies; -1 if it is none of the result. */
  subpixels(axis, scale, size, supersampling, corner2) {
    const subpixels = new Int32Array(SIDE2).fill(-1);
    const [first, last] = [this.squareOf(this.lowest, axis), this.squareOf(this.highest, axis)];
    const offset = this.origin[axis] - this.lowest[axis];
    const start = corner2 ? corner2[axis] : (size - this.span[axis] * scale) / 2;
    for (let square = first; square <= last; square++) {
      const centre2 = (square + 0.5 - REACH) / this.scale + offset;
      const subpixel = Math.floor((centre2 * scale + start) * supersampling);
      if (subpixel >= 0 && subpixel < size * supersampling) subpixels[square] = subpixel;
    }
    return subpixels;
  }
  squareOf(point, axis) {
    return Math.floor((point[axis] - this.origin[axis]) * this.scale) + REACH;
  }
  restart(drawing) {
    for (let i = 0; i < this.count; i++) this.isPassed[this.passed[i]] = 0;
    this.count = 0;
    this.origin = this.lowest = this.highest = drawing.strokes[0]?.[0] ?? [0, 0];
    this.widen(drawing.strokes);
    this.scale = this.fittingScale();
    this.add(drawing.strokes);
  }
  /** Returns the power of two at which the longest side measures 128 to 256 squares (squares per unit of the points). */
  fittingScale() {
    return REACH / powerAbove(Math.max(this.longest, DOT));
  }
  widen(pieces) {
    let [left, top] = this.lowest;
    let [right, bottom] = this.highest;
    for (const piece of pieces) {
      for (const [x, y] of piece) {
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
    }
    this.lowest = [left, top];
    this.highest = [right, bottom];
  }
  /** Marks the squares on lines through the points of each piece, from samples at most half a square apart. */
  add(pieces) {
    const [left, top] = this.origin;
    for (const piece of pieces) {
      let [x, y] = [0, 0];
      for (const [index, point] of piece.entries()) {
        const [nextX, nextY] = [(point[0] - left) * this.scale, (point[1] - top) * this.scale];
        if (index > 0) {
          const [stepX, stepY] = [nextX - x, nextY - y];
          const samples = Math.ceil(2 * Math.max(Math.abs(stepX), Math.abs(stepY)));
          for (let i = 0; i < samples; i++) this.pass(x + stepX * (i / samples), y + stepY * (i / samples));
        }
        [x, y] = [nextX, nextY];
      }
      this.pass(x, y);
    }
  }
  pass(x, y) {
    const square = (Math.floor(y) + REACH) * SIDE2 + Math.floor(x) + REACH;
    if (this.isPassed[square]) return;
    this.isPassed[square] = 1;
    this.passed[this.count++] = square;
  }
};
function powerAbove(value) {
  let power = 2 ** Math.floor(Math.log2(value));
  while (power > value) power /= 2;
  while (power <= value) power *= 2;
  return power;
}
function shrink(fine, rows, columns, factor) {
  const [height, width] = [Math.floor(rows / factor), Math.floor(columns / factor)];
  const small = new Float32Array(height * width);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let y = row * factor; y < (row + 1) * factor; y++) {
        const start = y * columns + column * factor;
        for (let index = start; index < start + factor; index++) sum += fine[index];
      }
      small[row * width + column] = sum / (factor * factor);
    }
  }
  return small;
}

// ink/resize.ts
var BOX_FILTER = {
  support: 0.5,
  weight: (distance2) => distance2 > -0.5 && distance2 <= 0.5 ? 1 : 0
};
var BICUBIC_FILTER = {
  support: 2,
  weight: (distance2) => {
    const x = Math.abs(distance2);
    if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * -0.5 : 0;
  }
};
function resize(image, rows, columns, filter, box = wholeOf(image)) {
  const across = weightsOf(image.columns, box.left, box.right, columns, filter);
  const down = weightsOf(image.rows, box.top, box.bottom, rows, filter);
  return resizeRows(resizeColumns(image, across), down);
}
function reduce(image, factor) {
  const small = blankImage(Math.ceil(image.rows / factor), Math.ceil(image.columns / factor));
  for (let row = 0; row < small.rows; row++) {
    const bottom = Math.min((row + 1) * factor, image.rows);
    for (let column = 0; column < small.columns; column++) {
      const right = Math.min((column + 1) * factor, image.columns);
      let sum = 0;
      for (let y = row * factor; y < bottom; y++) {
        for (let x = column * factor; x < right; x++) sum += image.data[y * image.columns + x];
      }
      small.data[row * small.columns + column] = sum / ((bottom - row * factor) * (right - column * factor));
    }
  }
  return small;
}
function wholeOf({ rows, columns }) {
  return { left: 0, top: 0, right: columns, bottom: rows };
}
function weightsOf(length, low, high, count, filter) {
  if (count === length && low === 0 && high === length) return null;
  const start = Math.fround(low);
  const step = Math.fround(Math.fround(high) - start) / count;
  const stretch = Math.max(step, 1);
  const support = filter.support * stretch;
  return Array.from({ length: count }, (_, index) => {
    const centre2 = start + (index + 0.5) * step;
    const first = Math.max(Math.trunc(centre2 - support + 0.5), 0);
    const last = Math.min(Math.trunc(centre2 + support + 0.5), length);
    const weights = new Float64Array(last - first);
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const weight = filter.weight((i + first - centre2 + 0.5) * (1 / stretch));
      weights[i] = weight;
      sum += weight;
    }
    return { first, weights: sum ? weights.map((weight) => weight / sum) : weights };
  });
}
function resizeColumns(image, along) {
  if (!along) return image;
  const result = blankImage(image.rows, along.length);
  let target = 0;
  for (let row = 0; row < image.rows; row++) {
    for (const { first, weights } of along) {
      const start = row * image.columns + first;
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += image.data[start + i] * weights[i];
      result.data[target++] = sum;
    }
  }
  return result;
}
function resizeRows(image, along) {
  if (!along) return image;
  const result = blankImage(along.length, image.columns);
  let target = 0;
  for (const { first, weights } of along) {
    for (let column = 0; column < image.columns; column++) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) {
        sum += image.data[(first + i) * image.columns + column] * weights[i];
      }
      result.data[target++] = sum;
    }
  }
  return result;
}

// ink/resampling.ts
var FINE = framing_default.fine;
var INKED = Math.fround(framing_default.inked);
function scaleTo(ink2, longest) {
  const factor = longest / longestSide(ink2);
  const [rows, columns] = [ink2.rows, ink2.columns].map((size) => Math.max(1, roundToEven(size * factor)));
  return resample(ink2, rows, columns, factor);
}
function scaleBy(ink2, factor, subpixels = 1) {
  const [rows, columns] = [ink2.rows, ink2.columns].map((size) => Math.ceil(size * factor - 1e-9));
  const above = (rows / factor - ink2.rows) / 2;
  const beside = (columns / factor - ink2.columns) / 2;
  const [fineRows, fineColumns] = [rows * subpixels, columns * subpixels];
  if (Math.max(above, beside) < 1e-6) return resample(ink2, fineRows, fineColumns, factor * subpixels);
  const [padRows, padColumns] = [Math.ceil(above), Math.ceil(beside)];
  const page = cut(ink2, -padRows, -padColumns, ink2.rows + 2 * padRows, ink2.columns + 2 * padColumns);
  const [top, left] = [padRows - above, padColumns - beside];
  const right = Math.min(left + columns / factor, page.columns);
  const bottom = Math.min(top + rows / factor, page.rows);
  return resample(page, fineRows, fineColumns, factor * subpixels, { left, top, right, bottom });
}
function limitPixels(ink2, pixels) {
  let factor = 1;
  while (Math.ceil(ink2.rows / factor) * Math.ceil(ink2.columns / factor) > pixels) factor++;
  return factor === 1 ? ink2 : reduce(ink2, factor);
}
function measureLine(ink2, longest) {
  const fine = padMask(findInk(scaleTo(ink2, Math.max(1, roundToEven(FINE * longest)))), 1);
  const depth = distanceTo(inverse(fine), fine.rows, fine.columns);
  let [sum, count] = [0, 0];
  for (let i = 0; i < depth.length; i++) {
    if (!fine.data[i]) continue;
    sum += Math.fround(depth[i] - 0.5);
    count++;
  }
  return sum / count;
}
function resizeAndWiden(ink2, change, longest) {
  const fine = findInk(scaleTo(ink2, roundToEven(FINE * (longest - change))));
  return cropToInk(widen(padMask(fine, Math.max(4, roundToEven(2 * change) + 1)), change));
}
function scaleAndWiden(ink2, change, factor) {
  const fine = findInk(scaleBy(ink2, factor, FINE));
  return widen(padMask(fine, FINE * (1 + Math.max(0, Math.ceil(change)))), change);
}
function resample(ink2, rows, columns, factor, box) {
  const result = resize(ink2, rows, columns, factor < 1 ? BOX_FILTER : BICUBIC_FILTER, box);
  const data = result.data.map((value) => Math.min(Math.max(value, 0), 1));
  return { ...result, data };
}
function findInk(ink2) {
  const threshold = Math.fround(INKED * darkest(ink2));
  return { ...ink2, data: Uint8Array.from(ink2.data, (value) => value > threshold ? 1 : 0) };
}
function padMask({ rows, columns, data }, margin) {
  const padded = pad({ rows, columns, data: Float32Array.from(data) }, margin);
  return { ...padded, data: Uint8Array.from(padded.data) };
}
function inverse(mask) {
  return mask.data.map((value) => 1 - value);
}
function widen(fine, change) {
  const { rows, columns } = fine;
  const outside = distanceTo(fine.data, rows, columns);
  const inside2 = distanceTo(inverse(fine), rows, columns);
  const reach = Math.fround(2 * change + 0.5);
  const grown = outside.map(
    (distance2, i) => Math.min(Math.max(reach - Math.fround(distance2 - inside2[i]), 0), 1)
  );
  const data = grown.some((value) => value > 0) ? grown : Float32Array.from(fine.data);
  const [height, width] = [rows, columns].map((size) => Math.ceil(size / FINE));
  const whole = cut({ rows, columns, data }, 0, 0, height * FINE, width * FINE);
  return { rows: height, columns: width, data: shrink(whole.data, whole.rows, whole.columns, FINE) };
}

// ink/framing.ts
var BOX = framing_default.box;
var NARROWEST = framing_default.narrowest;
var NORMAL = framing_default.normal;
var WIDEST = framing_default.widest;
function framePath(path, wanted = EVERY_STEP) {
  if (path.isBlank) return BLANK_FRAMING;
  const { drawn, width, scale, asDrawn, note } = lineOf(path, wanted);
  const [x, y] = [0, 1].map((axis) => cornerOf(path, axis, scale, wanted));
  const corner2 = wanted.crop ? null : [x, y];
  const isKept = width === drawn;
  const small = digitImage(path.ink(asDrawn, drawn, DIGIT_SIDE, isKept ? SUPERSAMPLING : 1, corner2));
  const line = isKept ? small : digitImage(path.ink(scale, width, DIGIT_SIDE, SUPERSAMPLING, corner2));
  const { step, down, right } = centre(line, wanted.centre);
  const steps = [
    { name: "scale", text: note, image: small, isDone: wanted.scale },
    { name: "line", text: lineNote(drawn, width, wanted.line), image: line, isDone: !isKept },
    step
  ];
  const onPaper = {
    scale: 1 / scale,
    left: path.low[0] - (x + right) / scale,
    top: path.low[1] - (y + down) / scale
  };
  return { steps, onPaper, ink: null, photo: [], given: null };
}
function frameInk(picture, wanted = EVERY_STEP) {
  const kept = limitPixels(picture, framing_default.kept_pixels);
  const ink2 = areSameSteps(wanted, EVERY_STEP) ? picture : kept;
  const crop = cropToInk(ink2);
  if (!crop.rows) return BLANK_FRAMING;
  const part = wanted.crop ? crop : ink2;
  const longest = longestSide(part);
  const fillsBox = wanted.crop && wanted.scale;
  const factor = wanted.scale ? BOX / longest : Math.min(1, DIGIT_SIDE / longestSide(ink2));
  const side = wanted.scale ? BOX : longest * factor;
  const small = factor === 1 ? part : fillsBox ? scaleTo(part, BOX) : scaleBy(part, factor);
  const { drawn, width } = measureLines(part, side, wanted);
  let line = small;
  if (width !== drawn) {
    line = fillsBox ? resizeAndWiden(part, width - drawn, BOX) : scaleAndWiden(part, width - drawn, factor);
  }
  const found = { width: String(part.columns), height: String(part.rows) };
  const cropped = wanted.crop ? text("framing-cropped", found) : text("framing-not-cropped", found);
  const scaled = wanted.scale ? text("framing-scaled", { side: String(BOX) }) : text("framing-picture-not-scaled", { picture: String(longest), side: significant(side, 2) });
  const placed = placeInSquare(line, DIGIT_SIDE);
  const steps = [
    { name: "crop", text: cropped, image: part, isDone: wanted.crop },
    { name: "scale", text: scaled, image: placeInSquare(small, DIGIT_SIDE), isDone: wanted.scale },
    { name: "line", text: lineNote(drawn, width, wanted.line), image: placed, isDone: width !== drawn },
    centre(placed, wanted.centre).step
  ];
  return { steps, onPaper: WHOLE_PAPER, ink: kept, photo: [], given: null };
}
function frameScene(path, picture, wanted) {
  if (!picture) return framePath(path, wanted);
  if (areSameSteps(wanted, EVERY_STEP) || !picture.ink) return picture;
  return frameInk(picture.ink, wanted);
}
function lineOf(path, wanted) {
  if (wanted.crop && wanted.scale)
    return { ...fitLine(path, wanted), note: text("framing-scaled", { side: String(BOX) }) };
  const scale = (wanted.scale ? BOX : DIGIT_SIDE) / PAPER_SIDE;
  const drawn = path.brush === null ? NORMAL : path.brush * scale;
  const size = (path.brush ?? 0) + Math.max(...path.span);
  const note = wanted.scale ? text("framing-paper-scaled", { paper: String(PAPER_SIDE), side: String(BOX) }) : text("framing-ink-not-scaled", { ink: significant(size, 3), side: significant(size * scale, 2) });
  return { drawn, width: wanted.line ? clipWidth(drawn) : drawn, scale, asDrawn: scale, note };
}
function fitLine(path, wanted) {
  const span = Math.max(...path.span);
  if (path.brush === null) {
    const scale2 = span ? (BOX - NORMAL) / span : 1;
    return { drawn: NORMAL, width: NORMAL, scale: scale2, asDrawn: scale2 };
  }
  const drawn = path.brush * BOX / (span + path.brush);
  const width = wanted.line ? clipWidth(drawn) : drawn;
  const scale = Math.min(span ? (BOX - width) / span : Infinity, BOX / path.brush);
  return { drawn, width, scale, asDrawn: width === drawn ? scale : BOX / (span + path.brush) };
}
function cornerOf(path, axis, scale, wanted) {
  if (wanted.crop) return (DIGIT_SIDE - path.span[axis] * scale) / 2;
  return path.low[axis] * scale + (DIGIT_SIDE - PAPER_SIDE * scale) / 2;
}
function measureLines(part, side, wanted) {
  if (longestSide(part) <= 2 * side) return { drawn: 0, width: 0 };
  const drawn = measureLine(part, side);
  return { drawn, width: wanted.line ? clipWidth(drawn) : drawn };
}
function clipWidth(width) {
  return Math.min(Math.max(width, NARROWEST), WIDEST);
}
function lineNote(drawn, width, isOn) {
  if (!drawn) return isOn ? text("framing-line-not-measured") : text("framing-line-off");
  if (width !== drawn) return text("framing-line-changed", { drawn: fixed(drawn, 1), width: fixed(width, 1) });
  const values2 = { width: fixed(drawn, 1) };
  return isOn ? text("framing-line-kept", values2) : text("framing-line-kept-off", values2);
}

// explorer/ink_codes.ts
function codesOf({ rows, columns, data }, longest) {
  const step = Math.ceil(Math.max(rows, columns) / longest);
  const [height, width] = [Math.ceil(rows / step), Math.ceil(columns / step)];
  const small = new Float32Array(height * width);
  for (let i = 0; i < data.length; i++) {
    const at2 = Math.floor(Math.floor(i / columns) / step) * width + Math.floor(i % columns / step);
    small[at2] = Math.max(small[at2] ?? 0, data[i] ?? 0);
  }
  return { dtype: "uint8", shape: [height, width], data: Uint8Array.from(small, (value) => 255 * value + 0.5) };
}
function imageOf({ shape: shape2, data }) {
  return imageOfShape(
    shape2,
    Float32Array.from(data, (code) => code / 255)
  );
}
function pixelsOf(image) {
  return { dtype: "uint8", shape: shapeOf(image), data: Uint8Array.from(image.data, (value) => 255 * value + 0.5) };
}
function exactly(image) {
  return { dtype: "float32", shape: shapeOf(image), data: image.data };
}

// explorer/kernel_scene.ts
var KernelScene = class {
  drawing = blankDrawing();
  number = 0;
  // of the update that had this drawing
  /** Returns the paper of an update; null if it continues a drawing that this page does not have. */
  read({ header, arrays }) {
    const { base, strokes, points, brush, picture, hides, pen, moment } = header.scene;
    if (base && base !== this.number) return null;
    const kept = base ? this.drawing.strokes.slice(0, strokes + (points ? 1 : 0)) : [];
    const added = strokesOf(arrays.float64("scene/points").data, arrays.int32("scene/lengths").data);
    if (points) kept[strokes] = [...(kept[strokes] ?? []).slice(0, points), ...added.shift() ?? []];
    this.drawing = { strokes: [...kept, ...added], brush };
    this.number = header.number;
    const scene = sceneOf(this.drawing, picture ? pictureOf({ header, arrays }) : null);
    return { scene: rewound(scene, moment), pen, hides };
  }
};
function strokesOf(points, lengths) {
  let at2 = 0;
  return Array.from(
    lengths,
    (length) => Array.from({ length }, () => {
      at2 += 2;
      return [points[at2 - 2] ?? 0, points[at2 - 1] ?? 0];
    })
  );
}
function pictureOf({ header, arrays }) {
  const { given } = header.scene;
  if (given !== null) return givePicture(givenImage(arrays), given);
  if (arrays.has("scene/ink")) {
    const { shape: shape2, data } = arrays.float32("scene/ink");
    return framedAs({ rows: shape2[0] ?? 0, columns: shape2[1] ?? 0, data }, arrays.float32("scene/digit").data.slice());
  }
  const done = header.steps.map(({ name, text: text2 }) => {
    return { name, text: text2, image: imageOf(arrays.uint8(`input/${name}`)), isDone: true };
  });
  const digit = arrays.has("scene/digit") ? digitImage(arrays.float32("scene/digit").data.slice()) : imageOf(arrays.uint8("input/digit"));
  const last = { name: "centre", text: header.centring, image: digit, isDone: header.centring !== "" };
  return { ...BLANK_FRAMING, steps: [...done, last] };
}
function givenImage(arrays) {
  if (arrays.has("scene/digit")) {
    const { shape: shape2, data } = arrays.float32("scene/digit");
    return imageOfShape(shape2, data.slice());
  }
  return imageOf(arrays.uint8("input/digit"));
}
function framedAs(ink2, digit) {
  const framing = frameInk(ink2);
  const last = framing.steps.at(-1);
  if (!last) return framing;
  return { ...framing, steps: [...framing.steps.slice(0, -1), { ...last, image: { ...last.image, data: digit } }] };
}

// explorer/paper.ts
function apply(paper, page, event) {
  const { scene } = paper;
  const lifted = (changed) => ({ ...paper, scene: changed, pen: null });
  switch (event[0]) {
    case "down": {
      const fresh = drawable(scene);
      return { ...paper, scene: withDrawing(fresh, begin(fresh.drawing, ...onPad(event[1], event[2]))), pen: page };
    }
    case "move": {
      if (paper.pen !== page || !scene.drawing.strokes.length) return paper;
      return { ...paper, scene: withDrawing(scene, extend(scene.drawing, [onPad(event[1], event[2])])) };
    }
    case "up":
      return paper.pen === page ? { ...paper, pen: null } : paper;
    case "brush":
      return { ...paper, scene: sceneWithBrush(scene, event[1]) };
    case "clear":
      return lifted(replaced(scene, blankDrawing(scene.drawing.brush)));
    case "rewind":
      return lifted(rewound(scene, event[1]));
    case "undo": {
      const isHidden = paper.hides && !scene.before && !scene.drawing.strokes.length;
      return lifted(isHidden ? scene : undone(scene));
    }
  }
}
function onPad(x, y) {
  return [Math.min(Math.max(x, 0), PAPER_SIDE), Math.min(Math.max(y, 0), PAPER_SIDE)];
}

// explorer/pen_log.ts
var UNDER_WAY = 2;
var PenLog = class {
  // of the batches under way, the number after the last event
  /** @param page names this page; its numbers are its own */
  constructor(page = Math.random().toString(36).slice(2)) {
    this.page = page;
  }
  page;
  events = [];
  // those that the kernel has not reported as heard
  first = 0;
  // the number of events[0]
  sent = 0;
  // the number of the first event that is not sent
  ends = [];
  /** The events that the kernel has not reported as heard. */
  get unheard() {
    return this.events;
  }
  /** Whether another batch may be sent before one that is under way is answered. */
  get hasRoom() {
    return this.ends.length < UNDER_WAY;
  }
  /** Whether there are events to send. */
  get isWaiting() {
    return this.sent < this.first + this.events.length;
  }
  add(event) {
    this.events.push(event);
  }
  /** The kernel has heard the first `count` events. */
  hear(count) {
    this.events.splice(0, count - this.first);
    this.first = Math.max(this.first, count);
    this.ends = this.ends.filter((end) => end > count);
  }
  /** Takes all events that are not sent yet as a batch; null if there are none. */
  next() {
    const events = this.events.slice(this.sent - this.first);
    if (!events.length) return null;
    const batch = { kind: "pen", page: this.page, first: this.sent, events };
    this.sent += events.length;
    this.ends.push(this.sent);
    return batch;
  }
  /** Waits no longer for the batches under way. */
  forget() {
    this.ends = [];
  }
  /** Goes back to the first event that the kernel has not reported as heard: it may have been lost. */
  rewind() {
    this.sent = this.first;
    this.forget();
  }
};

// explorer/pen_post.ts
var SELDOM = 200;
var REST = 120;
var PATIENCE2 = 60;
var PenPost = class {
  // when a batch was sent
  /**
   * @param interval tells how many milliseconds lie between two batches; 0: each follows the update of the one before
   * @param tell sends a message
   */
  constructor(log, interval, tell2) {
    this.log = log;
    this.interval = interval;
    this.tell = tell2;
  }
  log;
  interval;
  tell;
  timer;
  rest;
  // runs until the pen rests
  hasSaidItMoves = false;
  last = Number.NEGATIVE_INFINITY;
  /** There are events to send. */
  push() {
    const interval = this.interval();
    if (!interval) {
      if (this.log.hasRoom) this.send();
      else this.timer ??= setTimeout(() => this.waitNoLonger(), PATIENCE2);
      return;
    }
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.sayItRests(), REST);
    const wait = this.last + interval - performance.now();
    if (wait <= 0) this.send(true);
    else this.timer ??= setTimeout(() => this.send(true), wait);
  }
  /** An update has been painted. Returns whether the next batch says so, or soon will. */
  painted() {
    if (this.interval()) return this.log.isWaiting;
    return this.log.hasRoom && this.send();
  }
  /** A broken connection is back: whatever the kernel has not reported as heard may have been lost. */
  sendAgain() {
    this.log.rewind();
    this.send();
  }
  /** Sends what waits, now: something else follows that must not overtake it, or the page is about to go. */
  flush() {
    this.send();
  }
  close() {
    clearTimeout(this.rest);
    this.stopWaiting();
  }
  sayItRests() {
    if (!this.interval() || this.send() || !this.hasSaidItMoves) return;
    this.hasSaidItMoves = false;
    this.tell({ kind: "rests" });
  }
  send(moves = false) {
    this.stopWaiting();
    const batch = this.log.next();
    if (!batch) return false;
    this.last = performance.now();
    this.hasSaidItMoves = moves;
    this.tell({ ...batch, moves });
    if (!this.interval()) this.timer = setTimeout(() => this.waitNoLonger(), PATIENCE2);
    return true;
  }
  waitNoLonger() {
    this.log.forget();
    this.send();
  }
  stopWaiting() {
    clearTimeout(this.timer);
    this.timer = void 0;
  }
};

// explorer/live_paper.ts
var LivePaper = class {
  /** Says when the notebook kernel hears of the events. */
  post;
  log = new PenLog();
  kernelScene = new KernelScene();
  paper = { scene: sceneOf(blankDrawing(BRUSH)), pen: null, hides: false };
  /**
   * @param interval as of `PenPost`
   * @param tell sends a message to the notebook kernel
   */
  constructor(interval, tell2) {
    this.post = new PenPost(this.log, interval, tell2);
  }
  /** What is on it now. */
  get now() {
    return this.paper;
  }
  /** Whether the notebook kernel has heard all that the user has done. */
  get isHeard() {
    return !this.log.unheard.length;
  }
  /** Does what the user wants. */
  act(event) {
    this.log.add(event);
    this.paper = apply(this.paper, this.log.page, event);
    this.post.push();
  }
  /** Takes what the kernel says, with what the user has done since on top. Returns whether it could: an update may be missing. */
  accept(update) {
    const base = this.kernelScene.read(update);
    if (!base) return false;
    const { page } = this.log;
    this.log.hear(update.header.heard[page] ?? 0);
    this.paper = this.log.unheard.reduce((paper, event) => apply(paper, page, event), base);
    return true;
  }
};

// explorer/local_update.ts
function updateOf(state, sections, former) {
  const { forward, framing, scene } = state;
  const last = framing.steps.at(-1);
  const done = framing.steps.slice(0, -1).filter(({ isDone }) => isDone);
  const tensors = { "input/digit": pixelsOf(digitIn(state)) };
  for (const step of done) tensors[`input/${step.name}`] = codesOf(step.image, framing_default.step_side);
  const headers = collect(tensors, sections, (section) => section.compute?.(state) ?? null);
  const header = {
    ...former,
    scene: { ...former.scene, given: framing.given, moment: state.whole.moment },
    points: pointsOf(scene.drawing),
    prediction: forward.prediction,
    confidence: forward.confidence,
    probabilities: [...forward.probabilities],
    steps: done.map(({ name, text: text2 }) => ({ name, text: text2 })),
    centring: last?.isDone ? last.text : "",
    sections: headers
  };
  return { header, arrays: Arrays.of(tensors) };
}
function exactValuesOf(state, sections) {
  const tensors = { "input/digit": exactly(digitIn(state)) };
  const headers = collect(tensors, sections, (section) => section.computeSettled?.(state) ?? null);
  return { header: { sections: headers }, arrays: Arrays.of(tensors) };
}
function digitIn({ forward, framing }) {
  const last = framing.steps.at(-1);
  return last ? imageOfShape(shapeOf(last.image), forward.digit) : digitImage(forward.digit);
}
function collect(tensors, sections, partOf2) {
  const headers = {};
  for (const section of sections) {
    const part = partOf2(section);
    if (!part) continue;
    headers[section.name] = part.header;
    for (const name of part.arrays.names) tensors[`${section.name}/${name}`] = part.arrays.tensor(name);
  }
  return headers;
}

// network/random_order.ts
var STEP = 2654435769;
var PLACES = 2 ** 21;
function randomOrder(count, seed) {
  if (count > PLACES) throw new RangeError(String(count));
  const keyed = keysOf(count, seed).map((key, i) => key * PLACES + i).sort();
  return Uint32Array.from(keyed, (one) => one % PLACES);
}
function randomNumbers(count, seed) {
  return keysOf(count, seed).map((key) => key / 2 ** 32);
}
function keysOf(count, seed) {
  const start = mixed(seed);
  return Float64Array.from({ length: count }, (_, i) => mixed(Math.imul(i, STEP) + start));
}
function mixed(number2) {
  let key = number2 >>> 0;
  key = Math.imul(key ^ key >>> 16, 2246822507);
  key = Math.imul(key ^ key >>> 13, 3266489909);
  return (key ^ key >>> 16) >>> 0;
}

// network/edits.ts
var BLANK = 784;
function areSameEdits(one, other) {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
function edited(original, edits) {
  if (!edits.length) return original;
  const changed = /* @__PURE__ */ new Map();
  const copyOf = (name) => {
    const known = changed.get(name) ?? original.array(name);
    if (!known || changed.has(name)) return known;
    const copy2 = { ...known, data: known.data.slice() };
    changed.set(name, copy2);
    return copy2;
  };
  for (const edit of edits) {
    const [kernel, bias] = [copyOf(`${edit.layer}/kernel`), copyOf(`${edit.layer}/bias`)];
    if (kernel && bias) apply2(edit, kernel, bias);
    if (edit.do !== "silence" || !bias) continue;
    for (const name of wayFrom(original, edit.layer)) {
      for (const part of [copyOf(`${name}/scale`), copyOf(`${name}/offset`)]) {
        for (let i = edit.index; part && i < part.data.length; i += bias.data.length) part.data[i] = 0;
      }
    }
  }
  return original.withArrays(changed);
}
function apply2(edit, kernel, bias) {
  const at2 = (index) => placeOf(kernel.shape, index);
  if (edit.do === "bias") bias.data[edit.index] = edit.value;
  else if (edit.do === "weight") kernel.data[at2(edit.index)] = edit.value;
  else if (edit.do === "shuffle") {
    const order = randomOrder(kernel.data.length, edit.seed);
    kernel.data.set(Float32Array.from(order, (from) => kernel.data[from]));
  } else if (edit.do === "silence") {
    bias.data[edit.index] = 0;
    for (const index of weightsOf2(kernel.shape, null)) kernel.data[at2([...index, edit.index])] = 0;
  } else {
    const values2 = [edit.values].flat(3);
    weightsOf2(kernel.shape, edit.channel).forEach((index, i) => {
      kernel.data[at2([...index, edit.index])] = values2[i] ?? 0;
    });
  }
}
function weightsOf2(kernel, channel) {
  const upTo = (count = 1) => Array.from({ length: count }, (_, i) => i);
  if (kernel.length === 2) return upTo(kernel[0]).map((input) => [input]);
  const channels = channel === null ? upTo(kernel[1]) : [channel];
  return upTo(kernel[2]).flatMap(
    (row) => upTo(kernel[3]).flatMap((column) => channels.map((one) => [row, column, one]))
  );
}
function placeOf(kernel, index) {
  const [row, column, channel, filter] = index;
  const ordered = kernel.length === 2 ? index : [filter, channel, row, column];
  return ordered.reduce((place, one, axis) => place * (kernel[axis] ?? 1) + (one ?? 0), 0);
}
function wayFrom(network, layer) {
  const names = network.layers.map(({ name }) => name);
  const after = names.slice(names.indexOf(layer) + 1);
  const end = after.findIndex((name) => network.weightsOf(name) !== null);
  return [layer, ...end < 0 ? after : after.slice(0, end)];
}
function loudLayer(network, layer, index) {
  const count = network.weightsOf(layer)?.bias.data.length ?? 1;
  const values2 = network.run(new Float32Array(BLANK));
  for (const name of wayFrom(network, layer)) {
    const all = values2.get(name) ?? new Float32Array(0);
    const areMaps = network.layers.find((one) => one.name === name)?.shape.length === 3;
    const size = all.length / count;
    const own = areMaps ? all.subarray(index * size, (index + 1) * size) : all.filter((_, i) => i % count === index);
    if (own.some((value) => value !== 0)) return name;
  }
  return null;
}

// network/forward.ts
function forwardOf(digit, activations) {
  const probabilities = [...activations.values()].at(-1) ?? new Float32Array(0);
  const most = Math.max(...probabilities);
  const isBlank2 = digit.every((value) => value === 0);
  return {
    digit,
    activations,
    probabilities,
    prediction: isBlank2 ? null : probabilities.indexOf(most),
    confidence: isBlank2 ? 0 : most
  };
}

// network/activation.ts
var SELU_SCALE = 1.0507009873554805;
var SELU_ALPHA = 1.6732632423543772;
var LEAKY_SLOPE = 0.2;
var sigmoid = (x) => 1 / (1 + Math.exp(-x));
var softplus = (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
var FUNCTIONS = {
  relu6: (x) => Math.min(Math.max(x, 0), 6),
  selu: (x) => SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x)),
  silu: (x) => x * sigmoid(x),
  sigmoid,
  hard_sigmoid: (x) => Math.min(Math.max(x + 3, 0), 6) / 6,
  tanh: Math.tanh,
  softplus,
  softsign: (x) => x / (1 + Math.abs(x)),
  exponential: Math.exp,
  mish: (x) => x * Math.tanh(softplus(x))
};
function activationOf(name, constants, channels) {
  if (name === "linear") return null;
  if (name === "softmax") return (sums) => softmax(sums, channels);
  const apply3 = parametric(name, constants) ?? FUNCTIONS[name];
  if (!apply3) throw new RangeError(name);
  return (sums) => {
    for (let i = 0; i < sums.length; i++) sums[i] = apply3(sums[i]);
  };
}
function parametric(name, constants) {
  const { alpha = 1, negative_slope: slope2 = LEAKY_SLOPE } = constants;
  if (name === "relu") return relu(constants);
  if (name === "leaky_relu") return (x) => x > 0 ? x : slope2 * x;
  if (name === "elu") return (x) => x > 0 ? x : alpha * Math.expm1(x);
  if (name === "gelu") return constants.approximate ? geluByTanh : (x) => 0.5 * x * (1 + erf(x * Math.SQRT1_2));
  return null;
}
function relu(constants) {
  const { negative_slope: slope2 = 0, max_value: most = Number.POSITIVE_INFINITY, threshold = 0 } = constants;
  if (!slope2 && !threshold && most === Number.POSITIVE_INFINITY) return (x) => Math.max(x, 0);
  return (x) => x > threshold ? Math.min(x, most) : slope2 * (x - threshold);
}
function geluByTanh(x) {
  return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
}
function erf(x) {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= 2 * x * x / (2 * n + 1);
    sum += term;
  }
  return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
}
function softmax(sums, channels) {
  const places2 = sums.length / channels;
  for (let place = 0; place < places2; place++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let i = place; i < sums.length; i += places2) most = Math.max(most, sums[i]);
    let total = 0;
    for (let i = place; i < sums.length; i += places2) total += sums[i] = Math.exp(sums[i] - most);
    for (let i = place; i < sums.length; i += places2) sums[i] = sums[i] / total;
  }
}

// network/chain.ts
function planesOf(shape2) {
  const [rows, columns, channels] = shape2.length === 3 ? shape2 : [1, 1, ...shape2];
  return { rows: rows ?? 1, columns: columns ?? 1, channels: channels ?? 1 };
}
function axisOf(layer, input, axis) {
  const [size, below] = [layer.shape[axis] ?? 1, input[axis] ?? 1];
  const window2 = layer.window?.[axis] ?? 1;
  const stride = layer.strides?.[axis] ?? 1;
  const dilation = layer.dilation[axis];
  const reach = (size - 1) * stride + (window2 - 1) * dilation + 1;
  const before2 = layer.padding === "same" ? Math.floor(Math.max(reach - below, 0) / 2) : 0;
  return { size, below, window: window2, stride, dilation, before: before2 };
}

// network/kernels.ts
var LANES = 4;
var Kernels = class {
  /** @param kernel (filter, value of the window). */
  constructor(kernel, bias) {
    this.bias = bias;
    this.filters = bias.length;
    this.length = kernel.length / bias.length;
    this.blocks = new Float64Array(Math.ceil(this.filters / LANES) * LANES * this.length);
    kernel.forEach((weight, at2) => {
      const filter = Math.floor(at2 / this.length);
      const lane = filter % LANES;
      this.blocks[(filter - lane) * this.length + at2 % this.length * LANES + lane] = weight;
    });
  }
  bias;
  blocks;
  filters;
  length;
  /**
   * Writes, for each filter and window, the sum of the products plus the bias.
   *
   * @param windows (window, value of the window), with one window more if their number is odd.
   * @param count of windows.
   * @param sums (filter, place): those of the first filter and window go to `at`.
   * @param places of each filter.
   */
  multiply(windows, count, sums, at2, places2) {
    const { blocks, length } = this;
    for (let filter = 0; filter < this.filters; filter += LANES) {
      for (let window2 = 0; window2 < count; window2 += 2) {
        let [a0, a1, a2, a3, b0, b1, b2, b3] = [0, 0, 0, 0, 0, 0, 0, 0];
        const end = (window2 + 1) * length;
        for (let value = window2 * length, weight = filter * length; value < end; value++, weight += LANES) {
          const a = windows[value];
          const b = windows[value + length];
          const w0 = blocks[weight];
          const w1 = blocks[weight + 1];
          const w2 = blocks[weight + 2];
          const w3 = blocks[weight + 3];
          a0 += a * w0;
          a1 += a * w1;
          a2 += a * w2;
          a3 += a * w3;
          b0 += b * w0;
          b1 += b * w1;
          b2 += b * w2;
          b3 += b * w3;
        }
        const to = at2 + filter * places2 + window2;
        this.write(sums, to, places2, filter, [a0, a1, a2, a3]);
        if (window2 + 1 < count) this.write(sums, to + 1, places2, filter, [b0, b1, b2, b3]);
      }
    }
  }
  write(sums, to, places2, filter, lanes) {
    const count = Math.min(LANES, this.filters - filter);
    for (let lane = 0; lane < count; lane++) {
      sums[to + lane * places2] = lanes[lane] + this.bias[filter + lane];
    }
  }
};

// network/convolution.ts
function convolution(layer, input, { kernel, bias }) {
  const [rows, columns] = [axisOf(layer, input, 0), axisOf(layer, input, 1)];
  const channels = planesOf(input).channels / layer.groups;
  const filters = bias.length / layer.groups;
  const length = channels * rows.window * columns.window;
  const positions = rows.size * columns.size;
  const groups = Array.from({ length: layer.groups }, (_, group) => {
    const first = group * filters;
    return new Kernels(
      kernel.subarray(first * length, (first + filters) * length),
      bias.subarray(first, first + filters)
    );
  });
  const gather = gathering(rows, columns, channels);
  const windows = new Float64Array((columns.size + columns.size % 2) * length);
  const sums = new Float64Array(positions * bias.length);
  return (values2) => {
    for (let row = 0; row < rows.size; row++) {
      groups.forEach((kernels, group) => {
        gather(windows, values2, row, group * channels);
        kernels.multiply(windows, columns.size, sums, group * filters * positions + row * columns.size, positions);
      });
    }
    return sums;
  };
}
function gathering(rows, columns, channels) {
  const [down, across] = [reaches(rows), reaches(columns)];
  const plane = rows.below * columns.below;
  const length = channels * rows.window * columns.window;
  return (windows, values2, row, firstChannel) => {
    const { first: top, end: bottom, start } = down[row];
    windows.fill(0);
    for (let channel = 0; channel < channels; channel++) {
      for (let i = top; i < bottom; i++) {
        const from = (firstChannel + channel) * plane + (start + i * rows.dilation) * columns.below;
        const to = (channel * rows.window + i) * columns.window;
        for (let window2 = 0; window2 < across.length; window2++) {
          const { first, end, start: left } = across[window2];
          for (let j = first; j < end; j++) {
            windows[window2 * length + to + j] = values2[from + left + j * columns.dilation];
          }
        }
      }
    }
  };
}
function reaches({ size, below, window: window2, stride, dilation, before: before2 }) {
  return Array.from({ length: size }, (_, position) => {
    const start = position * stride - before2;
    const first = Math.max(0, Math.ceil(-start / dilation));
    const end = Math.min(window2, Math.floor((below - 1 - start) / dilation) + 1);
    return { first, end, start };
  });
}

// network/dense.ts
function dense(input, { kernel, bias }) {
  const { rows, columns, channels } = planesOf(input);
  const places2 = rows * columns;
  const units = bias.length;
  const sums = new Float64Array(places2 * units);
  return (values2) => {
    for (let unit = 0; unit < units; unit++) sums.fill(bias[unit], unit * places2, (unit + 1) * places2);
    for (let at2 = 0; at2 < channels * places2; at2++) {
      const value = values2[at2];
      if (value === 0) continue;
      let weight = Math.floor(at2 / places2) * units;
      for (let to = at2 % places2; to < sums.length; to += places2) {
        sums[to] = sums[to] + value * kernel[weight++];
      }
    }
    return sums;
  };
}

// network/pooling.ts
function pool(layer, input) {
  const [rows, columns] = [axisOf(layer, input, 0), axisOf(layer, input, 1)];
  const reduce2 = layer.kind === "MaxPooling2D" ? maximum : mean;
  const channels = input[2] ?? 1;
  const [tops, lefts] = [spansOf(rows), spansOf(columns)];
  return (values2) => {
    const output = new Float32Array(channels * rows.size * columns.size);
    let at2 = 0;
    for (let channel = 0; channel < channels; channel++) {
      const start = channel * rows.below * columns.below;
      for (const [top, bottom] of tops) {
        for (const [left, right] of lefts) {
          output[at2++] = reduce2(
            values2,
            start + top * columns.below,
            start + bottom * columns.below,
            columns.below,
            left,
            right
          );
        }
      }
    }
    return output;
  };
}
function globalPool(layer, input) {
  const { rows, columns, channels } = planesOf(input);
  const reduce2 = layer.kind === "GlobalMaxPooling2D" ? maximum : mean;
  const size = rows * columns;
  return (values2) => Float32Array.from(
    { length: channels },
    (_, channel) => reduce2(values2, channel * size, (channel + 1) * size, columns, 0, columns)
  );
}
function spansOf({ size, below, window: window2, stride, before: before2 }) {
  return Array.from({ length: size }, (_, position) => {
    const start = position * stride - before2;
    return [Math.max(start, 0), Math.min(start + window2, below)];
  });
}
function maximum(values2, top, bottom, width, left, right) {
  let most = Number.NEGATIVE_INFINITY;
  for (let row = top; row < bottom; row += width) {
    for (let i = row + left; i < row + right; i++) {
      const value = values2[i];
      if (value > most) most = value;
    }
  }
  return most;
}
function mean(values2, top, bottom, width, left, right) {
  let sum = 0;
  for (let row = top; row < bottom; row += width) {
    for (let i = row + left; i < row + right; i++) sum += values2[i];
  }
  return sum / ((bottom - top) / width * (right - left));
}

// network/operations.ts
function operationOf(layer, input, arrays) {
  const part = (name) => arrays.float32(`${layer.name}/${name}`).data;
  switch (layer.kind) {
    case "Conv2D":
    case "DepthwiseConv2D":
      return activated(layer, convolution(layer, input, { kernel: part("kernel"), bias: part("bias") }));
    case "Dense":
      return activated(layer, dense(input, { kernel: part("kernel"), bias: part("bias") }));
    case "MaxPooling2D":
    case "AveragePooling2D":
      return pool(layer, input);
    case "GlobalMaxPooling2D":
    case "GlobalAveragePooling2D":
      return globalPool(layer, input);
    case "Flatten":
      return flatten(input);
    case "BatchNormalization":
      return normalise(input, part("scale"), part("offset"));
    case "PReLU":
      return slope(part("slope"));
    default:
      return layer.function === "linear" ? (values2) => values2.slice() : activated(layer, copy());
  }
}
function activated(layer, sums) {
  const apply3 = activationOf(layer.function, layer.constants, layer.shape.at(-1) ?? 1);
  return (values2) => {
    const results = sums(values2);
    apply3?.(results);
    return new Float32Array(results);
  };
}
function copy() {
  let buffer = new Float64Array(0);
  return (values2) => {
    if (buffer.length !== values2.length) buffer = new Float64Array(values2.length);
    buffer.set(values2);
    return buffer;
  };
}
function flatten(input) {
  const { channels } = planesOf(input);
  return (values2) => {
    const units = new Float32Array(values2.length);
    let from = 0;
    for (let channel = 0; channel < channels; channel++) {
      for (let to = channel; to < units.length; to += channels) units[to] = values2[from++];
    }
    return units;
  };
}
function normalise(input, scale, offset) {
  const { rows, columns } = planesOf(input);
  const places2 = rows * columns;
  return (values2) => values2.map((value, i) => {
    const channel = Math.floor(i / places2);
    return value * scale[channel] + offset[channel];
  });
}
function slope(slopes) {
  return (values2) => values2.map((value, i) => value > 0 ? value : value * slopes[i]);
}

// network/network.ts
var DIGIT = [28, 28, 1];
var Network = class _Network {
  /** Throws if a layer is of an unknown kind, or an array is missing. */
  constructor(layers, arrays) {
    this.layers = layers;
    this.arrays = arrays;
    this.operations = layers.map((layer, i) => operationOf(layer, layers[i - 1]?.shape ?? DIGIT, arrays));
  }
  layers;
  arrays;
  operations;
  /**
   * Returns the weights of a convolution or dense layer; null for other layers.
   *
   * A convolution's kernel is (filter, input channel of its group, row, column), that of a dense layer (input, unit).
   */
  weightsOf(name) {
    if (!this.arrays.names.includes(`${name}/kernel`)) return null;
    return { kernel: this.arrays.float32(`${name}/kernel`), bias: this.arrays.float32(`${name}/bias`) };
  }
  /** Returns the factors and offsets of a batch normalisation, (channel) or (unit); null for other layers. */
  scaleOf(name) {
    if (!this.arrays.names.includes(`${name}/scale`)) return null;
    return { factor: this.arrays.float32(`${name}/scale`).data, offset: this.arrays.float32(`${name}/offset`).data };
  }
  /** Returns an array of the network, named `layer/part`; null if there is none. */
  array(name) {
    return this.arrays.has(name) ? this.arrays.float32(name) : null;
  }
  /** Returns a network with other arrays in the place of some. */
  withArrays(changed) {
    const { arrays } = this;
    const tensors = arrays.names.map((name) => [name, changed.get(name) ?? arrays.tensor(name)]);
    return new _Network(this.layers, new Arrays(new Map(tensors)));
  }
  /** Returns the outputs of all layers for a digit: 784 values row by row, 0 paper to 1 ink. */
  run(digit) {
    const activations = /* @__PURE__ */ new Map();
    let values2 = digit;
    this.operations.forEach((operation, i) => {
      values2 = operation(values2);
      activations.set(this.layers[i].name, values2);
    });
    return activations;
  }
};

// explain/framing_comparison.ts
var SIDE3 = framing_default.shown_side;
function compareFramings(path, picture, wanted, chosen, run2) {
  const readWith = (steps) => areSameSteps(steps, wanted) ? chosen.forward : run2(digitOf(frameScene(path, picture, steps)));
  return {
    steps: completeSteps(chosen.framing, path, wanted),
    every: readWith(EVERY_STEP),
    chosen: chosen.forward,
    none: readWith(NO_STEP),
    photo: picture?.photo ?? []
  };
}
function completeSteps(framing, path, wanted) {
  if (!framing.steps.length) return [];
  if (framing.ink) {
    const found = { name: "ink", text: text("framing-of-photo-ink"), image: framing.ink, isDone: true };
    return [found, ...framing.steps];
  }
  const ink2 = inkOnPad(path);
  const shown = { name: "ink", text: text("framing-of-pad", { side: PAPER_SIDE }), image: ink2, isDone: true };
  if (wanted.crop) return [shown, cropOf(path), ...framing.steps];
  const off = text("framing-not-cropped", { width: PAPER_SIDE, height: PAPER_SIDE });
  return [shown, { name: "crop", text: off, image: ink2, isDone: false }, ...framing.steps];
}
function inkOnPad(path) {
  const scale = SIDE3 / PAPER_SIDE;
  const brush = path.brush ?? NORMAL * PAPER_SIDE / DIGIT_SIDE;
  const [left, top] = path.low;
  return { rows: SIDE3, columns: SIDE3, data: path.ink(scale, brush * scale, SIDE3, 1, [left * scale, top * scale]) };
}
function cropOf(path) {
  const pen = path.brush ?? (Math.max(...path.span) || 1) * NORMAL / (BOX - NORMAL);
  const [width, height] = path.span.map((length) => length + pen);
  const scale = SIDE3 / Math.max(width, height);
  const whole = { rows: SIDE3, columns: SIDE3, data: path.ink(scale, pen * scale, SIDE3, 1) };
  const [columns, rows] = [width, height].map((length) => {
    return Math.max(1, Math.min(SIDE3, roundToEven(length * scale)));
  });
  const image = cut(whole, Math.floor((SIDE3 - rows) / 2), Math.floor((SIDE3 - columns) / 2), rows, columns);
  const found = text("framing-cropped", { width: significant(width, 3), height: significant(height, 3) });
  return { name: "crop", text: found, image, isDone: true };
}

// explorer/state.ts
function wantedSteps(model) {
  const off = model.get("steps_off");
  const isOn = (name) => !off.includes(name);
  const [crop, scale, line, centre2] = STEP_NAMES.map(isOn);
  return { crop, scale, line, centre: centre2 };
}
function frame(path, { picture }, wanted) {
  return picture && !picture.ink ? picture : frameScene(path, picture, wanted);
}
function run(network, digit) {
  return forwardOf(digit, network.run(digit));
}
function compared(state) {
  const { network, path, scene, wanted, framing, forward } = state;
  if (scene.picture && !scene.picture.ink) return null;
  return compareFramings(path, scene.picture, wanted, { framing, forward }, (digit) => run(network, digit));
}

// explorer/page_engine.ts
var TOLERANCE = 1e-3;
var PageEngine = class {
  constructor(settings) {
    this.settings = settings;
  }
  settings;
  original = null;
  // as the notebook kernel has sent it
  network = null;
  // with the edits
  edits = [];
  computed = null;
  path = new PenPath();
  /** Whether the page computes by itself. */
  get isReady() {
    return this.original !== null;
  }
  /** The forward pass of the newest state. */
  get forward() {
    return this.computed?.forward ?? null;
  }
  /** Whether the newest state has the notebook kernel's values. */
  get isTruth() {
    return this.computed?.isTruth ?? false;
  }
  /** Takes the network, or goes without. */
  use({ header, arrays }) {
    this.original = header.layers && new Network(header.layers, arrays);
    this.edit();
  }
  /** Computes everything of what is shown of a scene; what is known of the same one is not computed again. */
  compute(whole, partOfKernel) {
    const { path, settings } = this;
    if (!areSameEdits(this.edits, settings.get("edits"))) this.edit();
    const { original, network } = this;
    if (!original || !network) return null;
    const wanted = wantedSteps(settings);
    const scene = shownIn(whole);
    path.update(scene.drawing);
    if (this.computed?.whole !== whole || !areSameSteps(this.computed.wanted, wanted)) {
      const framing = frame(path, scene, wanted);
      const digit = digitOf(framing);
      this.computed = { scene, whole, wanted, framing, forward: forwardOf(digit, network.run(digit)), isTruth: false };
    }
    return { ...this.computed, network, original, path, settings, partOfKernel };
  }
  /** Whether the notebook kernel has computed something with the settings of this moment. */
  agreesWith({ steps_off, edits }) {
    const { settings } = this;
    return String(steps_off) === String(settings.get("steps_off")) && areSameEdits(edits, settings.get("edits"));
  }
  edit() {
    this.edits = this.settings.get("edits");
    this.network = this.original && edited(this.original, this.edits);
    this.computed = null;
  }
  /** Goes on with the notebook kernel's values of the newest state. Returns where the page's own differ from them; null: nowhere. */
  adopt(truth) {
    const own = this.forward;
    if (this.computed) this.computed = { ...this.computed, forward: truth, isTruth: true };
    const most = own && largestDifference(own, truth);
    return most && most.difference > TOLERANCE ? most : null;
  }
};
function forwardOfKernel(arrays) {
  const layers = arrays.of("layers");
  const activations = new Map(layers.names.map((name) => [name, layers.float32(name).data.slice()]));
  return forwardOf(arrays.float32("input/digit").data.slice(), activations);
}
function largestDifference(one, other) {
  const pairs = [...other.activations].map(([layer, values2]) => [layer, one.activations.get(layer), values2]);
  let most = { layer: "digit", difference: distance(one.digit, other.digit) };
  for (const [layer, own, values2] of pairs) {
    const difference = own ? distance(own, values2) : Number.POSITIVE_INFINITY;
    if (difference > most.difference) most = { layer, difference };
  }
  return most;
}
function distance(own, values2) {
  let most = own.length === values2.length ? 0 : Number.POSITIVE_INFINITY;
  values2.forEach((value, i) => {
    most = Math.max(most, Math.abs((own[i] ?? 0) - value) / Math.max(1, Math.abs(value)));
  });
  return most;
}

// explorer/moment_note.ts
var MomentNote = class {
  el;
  sentence = element("span");
  /** @param back leads back to now */
  constructor(back) {
    this.el = element("div", "mnistviz-moment", [this.sentence, button(text("back-to-now"), back)]);
    this.el.hidden = true;
  }
  /** The same for those who listen; empty: now is shown. */
  get words() {
    return this.el.hidden ? "" : this.sentence.textContent ?? "";
  }
  /** Belongs to what is painted, so that an answer is never without it. */
  paint({ scene, points }) {
    const isPast = (scene.moment ?? null) !== null;
    if (isPast) setText(this.sentence, text("earlier-moment", { points }));
    this.el.hidden = !isPast;
  }
};

// explorer/pad.ts
var INK = tokens_default.colours.ink.light;
var FAINT2 = 0.15;
var Pad = class {
  el = element("div", "mnistviz-pad");
  surface = null;
  inked = null;
  // null: the canvas is not what the scene says
  picture = null;
  isNow = true;
  cursor = element("div", "mnistviz-pen");
  constructor() {
    this.cursor.hidden = true;
    const ghost = element("div", "mnistviz-ghost", [text("draw-here")]);
    ghost.setAttribute("aria-hidden", "true");
    this.el.append(ghost, this.cursor);
  }
  /** Puts a canvas into the pad. */
  use(surface) {
    const { canvas } = surface;
    this.surface = surface;
    this.inked = null;
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application");
    canvas.setAttribute("aria-label", text("pad-keys"));
    this.el.prepend(canvas);
  }
  /** Inks what is new, or everything if the scene is another one. */
  show(scene) {
    if (!this.surface) return;
    const { context } = this.surface;
    const { drawing, picture } = shownIn(scene);
    const isNow = scene.moment === null;
    this.el.classList.toggle("mnistviz-past", !isNow);
    const isContinued = isNow && this.isNow && this.inked?.brush === drawing.brush && this.picture === picture;
    let pieces = this.inked && isContinued ? newInk(this.inked, drawing) : null;
    if (pieces && !pieces.length) return;
    if (!pieces) {
      begin2(context, drawing.brush ?? 1);
      if (picture) showPicture(context, picture);
      if (!isNow) inkFaintly(context, scene.drawing);
      this.el.classList.toggle("mnistviz-lit", picture?.steps.at(-1)?.image.channels !== void 0);
      pieces = [...drawing.strokes];
    }
    for (const piece of pieces) ink(context, piece);
    this.inked = drawing;
    this.picture = picture;
    this.isNow = isNow;
    this.surface.show();
  }
  /** Shows where the keyboard's pen is; null hides it. */
  point = (place, isDown) => {
    this.cursor.hidden = !place;
    if (!place) return;
    const [x, y] = place.map((at2) => `${100 * at2 / PAPER_SIDE}%`);
    Object.assign(this.cursor.style, { left: x, top: y });
    this.cursor.classList.toggle("mnistviz-down", isDown);
  };
};
function begin2(context, brush) {
  context.setTransform(1, 0, 0, 1, 0, 0);
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  context.scale(width / PAPER_SIDE, height / PAPER_SIDE);
  context.lineCap = context.lineJoin = "round";
  context.strokeStyle = context.fillStyle = INK;
  context.lineWidth = brush;
}
function ink(context, piece) {
  const [first, ...others] = piece;
  if (!first) return;
  context.beginPath();
  if (others.length) {
    context.moveTo(...first);
    for (const point of others) context.lineTo(...point);
    context.stroke();
  } else {
    context.arc(...first, context.lineWidth / 2, 0, 2 * Math.PI);
    context.fill();
  }
}
function inkFaintly(context, { strokes }) {
  context.globalAlpha = FAINT2;
  for (const stroke of strokes) ink(context, stroke);
  context.globalAlpha = 1;
}
function showPicture(context, { steps, onPaper }) {
  const image = steps.at(-1)?.image;
  if (!image) return;
  const { rows, columns } = image;
  const { scale, left, top } = onPaper;
  const small = element("canvas");
  Object.assign(small, { width: columns, height: rows });
  paintSmall(contextOf(small), image);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, left, top, scale * columns, scale * rows);
}
function paintSmall(context, { rows, columns, data, channels }) {
  const pixels = new ImageData(columns, rows);
  for (let place = 0; place < rows * columns; place++) {
    const values2 = data.subarray(place * (channels ?? 1), (place + 1) * (channels ?? 1)).map((value) => 255 * value);
    const [red = 0, green = red, blue = red] = values2;
    pixels.data.set(channels ? [red, green, blue, 255] : [0, 0, 0, red], 4 * place);
  }
  context.putImageData(pixels, 0, 0);
  if (channels) return;
  context.globalCompositeOperation = "source-in";
  context.fillStyle = INK;
  context.fillRect(0, 0, columns, rows);
}

// core/digit_buttons.ts
var DIGITS = 10;
var SIDE4 = 28;
var DigitButtons = class {
  buttons;
  canvases;
  /**
   * @param labelOf returns what a button is called
   * @param choose hears which one was clicked
   * @param count of the buttons
   */
  constructor(labelOf, choose, count = DIGITS) {
    this.canvases = Array.from({ length: count }, () => element("canvas"));
    this.buttons = this.canvases.map((canvas, number2) => {
      const made = button("", () => choose(number2), labelOf(number2));
      made.className = "";
      made.replaceChildren(canvas);
      made.tabIndex = number2 ? -1 : 0;
      made.addEventListener("keydown", (event) => this.key(event, number2));
      made.addEventListener("focus", () => this.rove(made));
      return made;
    });
  }
  rove(to) {
    for (const other of this.buttons) other.tabIndex = other === to ? 0 : -1;
  }
  /** Arrows move from picture to picture. */
  key(event, number2) {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!step) return;
    const count = this.buttons.length;
    this.buttons[(number2 + step + count) % count]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }
  /** Paints digits: uint8 (count, rows, columns), 0 paper to 255 ink. */
  paint(digits, rows = SIDE4, columns = SIDE4) {
    const ink2 = bytesOf(digits);
    for (const [digit, canvas] of this.canvases.entries()) {
      paintInk(canvas, ink2.subarray(digit * rows * columns), columns, rows);
      canvas.classList.add("mnistviz-paper");
    }
  }
  /** Paints other pictures: uint8 (count, rows, columns, channels), 0 black to 255 white. */
  paintPictures(pictures, [rows, columns, channels]) {
    const values2 = bytesOf(pictures);
    const size = rows * columns * channels;
    for (const [number2, canvas] of this.canvases.entries()) {
      paintPicture(canvas, values2.subarray(number2 * size, (number2 + 1) * size), columns, rows);
    }
  }
};

// explorer/sample_row.ts
var SampleRow = class {
  // of the classes of the buttons
  constructor(hand) {
    this.hand = hand;
    this.more = button(text("other-samples"), () => hand.moreSamples(), text("show-other-samples"));
    this.more.className = "mnistviz-more";
    this.pictures.setAttribute("role", "group");
    this.pictures.setAttribute("aria-label", text("samples"));
    this.el.append(this.pictures);
  }
  hand;
  el = element("div");
  pictures = element("div", "mnistviz-samples");
  more;
  buttons = null;
  names = "";
  show({ pictures, shape: shape2, names, given, more }) {
    this.el.classList.toggle("mnistviz-own-samples", given);
    this.more.hidden = !more;
    const key = names.join("\n");
    if (!this.buttons || this.names !== key) this.make(names, given);
    this.names = key;
    const [rows = 1, columns = 1, channels] = shape2;
    if (channels) this.buttons?.paintPictures(pictures, [rows, columns, channels]);
    else this.buttons?.paint(pictures, rows, columns);
  }
  make(names, isGiven) {
    const labelOf = (index) => {
      const name = names[index] ?? "";
      return isGiven ? text("own-sample", { number: index + 1, name }) : text("sample-of", { digit: name });
    };
    this.buttons = new DigitButtons(labelOf, (index) => this.hand.sample(index), names.length);
    this.pictures.replaceChildren(...this.buttons.buttons);
    const longest = Math.max(...names.map((name) => Array.from(name).length));
    this.el.style.setProperty("--mnistviz-characters", String(longest));
    if (isGiven) {
      for (const [index, one] of this.buttons.buttons.entries()) {
        one.title = names[index] ?? "";
        one.append(element("span", "mnistviz-sample-name", [one.title]));
      }
      this.el.append(this.more);
    } else this.pictures.append(this.more);
  }
};

// explorer/typed_strokes.ts
var POINT = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/;
var LONGEST_QUOTE = 40;
var TypedStrokes = class {
  /** @param act hears what a pen would do that draws these strokes */
  constructor(act) {
    this.act = act;
    const { field } = this;
    Object.assign(field, { type: "text", autocomplete: "off", spellcheck: false });
    const how = element("div", "mnistviz-caption", [text("strokes-how", { side: PAPER_SIDE })]);
    describeBy(field, how);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.draw();
    });
    const label = element("label", "", [text("strokes-field"), field]);
    const row = element("div", "mnistviz-fields", [label, button(text("strokes-draw"), () => this.draw())]);
    const summary = element("summary", "", [element("span", "mnistviz-title", [text("strokes-title")])]);
    this.el = element("details", "mnistviz-layer mnistviz-typed", [summary, how, row, this.problem]);
    for (const one of [field, this.el]) one.dataset.lmSuppressShortcuts = "true";
  }
  act;
  el;
  field = element("input", "mnistviz-entry");
  problem = announcer("mnistviz-mistake", "alert");
  draw() {
    const strokes = strokesIn(this.field.value);
    const why = typeof strokes === "string" ? strokes : "";
    setText(this.problem, why);
    this.field.setAttribute("aria-invalid", String(why !== ""));
    if (typeof strokes === "string") return;
    for (const [first, ...others] of strokes) {
      if (!first) continue;
      this.act(["down", ...first]);
      for (const point of others) this.act(["move", ...point]);
      this.act(["up"]);
    }
  }
};
function strokesIn(typed) {
  const side = PAPER_SIDE;
  const strokes = [];
  const texts = typed.replace(/\s*,\s*/g, ",").split(";").map((one) => one.split(/\s+/).filter((word) => word));
  for (const words of texts.filter(({ length }) => length)) {
    const stroke = [];
    strokes.push(stroke);
    for (const word of words) {
      const [x, y] = (POINT.exec(word) ?? []).slice(1).map(Number);
      const isOnPad = x !== void 0 && y !== void 0 && Math.max(x, y) <= side;
      const place = { stroke: String(strokes.length), point: String(stroke.length + 1) };
      if (!isOnPad) return text("strokes-invalid", { ...place, received: shorten(word, LONGEST_QUOTE), side });
      stroke.push([x, y]);
    }
  }
  return strokes.length ? strokes : text("strokes-invalid", { point: "none", stroke: "", received: "", side });
}

// explorer/panel.ts
var BRUSHES = { thinnest: 6, widest: 48 };
var MEGABYTE = 2 ** 20;
var Panel = class {
  constructor(model, hand) {
    this.model = model;
    this.hand = hand;
    this.momentNote = new MomentNote(() => hand.act(["rewind", null]));
    const buttons = element("div", "mnistviz-buttons", [
      button(text("undo"), () => hand.act(["undo"])),
      button(text("clear"), () => hand.act(["clear"])),
      disclosure(text("pictures")),
      this.momentNote.el
    ]);
    this.samples = new SampleRow(hand);
    const isOfUse = model.get("samples").given || areDigits(model.get("classes"));
    const pictures = element("div", "mnistviz-pictures", isOfUse ? [this.samples.el, this.upload()] : [this.upload()]);
    this.underPad.append(new TypedStrokes((event) => hand.act(event)).el);
    const parts = [this.pad.el, buttons, this.guess, this.brushRange(), this.underPad, pictures];
    this.el = element("div", "mnistviz-panel", parts);
    this.showSamples();
  }
  model;
  hand;
  pad = new Pad();
  el;
  /** Where sections put what belongs to the drawing. */
  underPad = element("div", "mnistviz-under-pad");
  /** Where the learner is asked for a guess. */
  guess = element("div", "mnistviz-predict");
  momentNote;
  brush = element("input");
  file = element("input");
  samples;
  showSamples() {
    this.samples.show(this.model.get("samples"));
  }
  /** Shows what is on the paper. */
  show(scene) {
    this.pad.show(scene);
    this.brush.value = String(scene.drawing.brush ?? BRUSH);
  }
  brushRange() {
    const { brush } = this;
    brush.type = "range";
    [brush.min, brush.max] = [String(BRUSHES.thinnest), String(BRUSHES.widest)];
    brush.value = String(BRUSH);
    brush.dataset.lmSuppressShortcuts = "true";
    brush.addEventListener("input", () => this.hand.act(["brush", Number(brush.value)]));
    return element("label", "mnistviz-brush", [text("brush"), brush]);
  }
  /** Makes the button for pictures; the browser's own has a text in the browser's language. */
  upload() {
    const { file, model } = this;
    file.type = "file";
    file.accept = "image/*";
    file.hidden = true;
    file.addEventListener("change", () => {
      const chosen = file.files?.[0];
      if (chosen) this.take(chosen);
      file.value = "";
    });
    const choose = button(text("upload-picture"), () => file.click());
    choose.title = model.get("upload_kinds");
    return element("div", "mnistviz-upload", [choose, file]);
  }
  /** Takes a file unless it is too large: Jupyter drops messages above about 10 MB without a word. */
  take(file) {
    const limit2 = this.hand.limit(this.model.get("upload_limit"));
    if (file.size <= limit2) this.hand.upload(file);
    else {
      const size = rounded(file.size / MEGABYTE, 1);
      this.hand.refuse(text("file-too-large", { size, limit: String(limit2 / MEGABYTE) }));
    }
  }
};
function disclosure(label) {
  const made = button(
    label,
    () => made.setAttribute("aria-expanded", String(made.getAttribute("aria-expanded") === "false"))
  );
  made.classList.add("mnistviz-disclosure");
  made.setAttribute("aria-expanded", "false");
  return made;
}

// explorer/pen.ts
var KEPT_FROM_IPYCANVAS = [
  ...["mousedown", "mousemove", "mouseup", "mouseout", "touchmove", "touchend", "touchcancel", "wheel"],
  ...["pointerout", "keypress", "keyup"]
];
var PALM = 1e3;
var STEP2 = 4;
var LARGE_STEP = 20;
var ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};
var Pen = class {
  /**
   * @param pad the element around the canvas
   * @param act hears of each event
   * @param point shows where the keyboard's pen is; null hides it
   */
  constructor(pad2, act, point) {
    this.pad = pad2;
    this.act = act;
    this.point = point;
    this.listen("pointerdown", (event) => this.press(event));
    this.listen("pointermove", (event) => this.move(event));
    this.listen("pointerup", (event) => this.lift(event));
    this.listen("pointercancel", (event) => this.lift(event));
    this.listen("pointerleave", (event) => this.lift(event));
    this.listen("keydown", (event) => this.key(event));
    this.listen("focusin", (event) => this.enter(event.target));
    this.listen("focusout", () => this.leave());
    this.listen("touchstart", (event) => event.preventDefault());
    for (const name of KEPT_FROM_IPYCANVAS) this.listen(name, () => void 0);
  }
  pad;
  act;
  point;
  pointer = null;
  stylus = Number.NEGATIVE_INFINITY;
  // the time of its last event
  isKeyDown = false;
  // the pen is held down by the keyboard
  tip = [PAPER_SIDE / 2, PAPER_SIDE / 2];
  // of the keyboard's pen
  endings = [];
  close() {
    for (const end of this.endings) end();
  }
  /** Listens on the way down to the canvas, before ipycanvas hears of an event. */
  listen(name, listener) {
    const taken = (event) => {
      if (name !== "focusin") event.stopPropagation();
      if (event instanceof PointerEvent && event.pointerType === "pen") this.stylus = event.timeStamp;
      listener(event);
    };
    this.pad.addEventListener(name, taken, { capture: true, passive: name === "wheel" });
    this.endings.push(() => this.pad.removeEventListener(name, taken, { capture: true }));
  }
  press(event) {
    if (event.button) return;
    const isFinger = event.pointerType === "touch";
    if (isFinger && event.timeStamp - this.stylus < PALM) return;
    if (this.pointer) {
      if (!this.pointer.isFinger || event.pointerType !== "pen") return;
      this.act(["up"]);
      this.act(["undo"]);
    }
    const canvas = event.target;
    if (canvas.hasPointerCapture?.(event.pointerId)) canvas.releasePointerCapture(event.pointerId);
    this.pad.querySelector("canvas")?.focus({ preventScroll: true });
    this.isKeyDown = false;
    this.point(null, false);
    this.pointer = { id: event.pointerId, isFinger };
    this.act(["down", ...this.place(event)]);
  }
  move(event) {
    if (this.pointer?.id !== event.pointerId) return;
    if (event.pointerType === "mouse" && event.isTrusted && !event.buttons) {
      this.lift(event);
      return;
    }
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length ? all : [event]) this.act(["move", ...this.place(one)]);
  }
  lift(event) {
    if (this.pointer?.id !== event.pointerId) return;
    this.pointer = null;
    this.act(["up"]);
  }
  key(event) {
    const isControl = event.ctrlKey || event.metaKey;
    const arrow = ARROWS[event.key];
    if (event.key === "Tab") return;
    if (event.key === "Escape") this.escape(event.target);
    else if (event.key.toLowerCase() === "z" && isControl) this.act(["undo"]);
    else if (event.key === "Delete" || event.key === "Backspace") this.act(["clear"]);
    else if (event.key === " ") this.toggle();
    else if (arrow && !isControl) this.steer(arrow, event.shiftKey ? LARGE_STEP : STEP2);
    else return;
    event.preventDefault();
  }
  toggle() {
    this.isKeyDown = !this.isKeyDown;
    this.act(this.isKeyDown ? ["down", ...this.tip] : ["up"]);
    this.point(this.tip, this.isKeyDown);
  }
  steer([right, down], step) {
    const [x, y] = this.tip;
    const within = (at2) => Math.min(Math.max(at2, 0), PAPER_SIDE);
    this.tip = [within(x + right * step), within(y + down * step)];
    if (this.isKeyDown) this.act(["move", ...this.tip]);
    this.point(this.tip, this.isKeyDown);
  }
  /** Lifts the pen, or leaves the pad. */
  escape(canvas) {
    if (this.isKeyDown) this.toggle();
    else canvas.blur();
  }
  /** Shows the pen to those who have come by the keyboard. */
  enter(canvas) {
    if (canvas.matches(":focus-visible")) this.point(this.tip, this.isKeyDown);
  }
  leave() {
    if (this.isKeyDown) this.toggle();
    this.point(null, false);
  }
  /** Returns where an event is, in pad pixels. */
  place({ clientX, clientY }) {
    const canvas = this.pad.querySelector("canvas") ?? this.pad;
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [PAPER_SIDE * (clientX - left) / width, PAPER_SIDE * (clientY - top) / height];
  }
};

// explorer/predict/question.ts
var KINDS = ["digit", "sure", "map", "change"];
var SURE = 0.9;
function chosenQuestion(wish, asked, possible) {
  const found = wish === "turn" ? possible[asked % possible.length] : possible.find(({ kind }) => kind === wish);
  return found ?? possible[0];
}
function askDigit(names) {
  return {
    kind: "digit",
    words: text(areDigits(names) ? "predict-which-digit" : "predict-which-class"),
    choices: names.map((label, which) => ({ label, key: which < 10 ? String(which) : "" })),
    judge: (choice, { prediction, confidence }) => {
      const [guess, result] = [nameOf(names, choice), nameOf(names, prediction)];
      const agrees = choice === prediction;
      const told = { guess, result, confidence: percent(confidence), agrees: yesOrNo(agrees) };
      return { guess, result, agrees, sentence: text("predict-told-digit", told) };
    }
  };
}
function askSure(names) {
  const labels = [text("predict-sure"), text("predict-unsure")];
  return {
    kind: "sure",
    words: text("predict-how-sure"),
    choices: numbered(labels),
    judge: (choice, { prediction, confidence }) => {
      const right = confidence >= SURE ? 0 : 1;
      const [guess, result] = [nameOf(labels, choice), nameOf(labels, right)];
      const agrees = choice === right;
      const told = { guess, name: nameOf(names, prediction), confidence: percent(confidence), agrees: yesOrNo(agrees) };
      return { guess, result, agrees, sentence: text("predict-told-sure", told) };
    }
  };
}
function askChange(names, former) {
  const labels = [text("predict-up"), text("predict-down"), text("predict-the-same")];
  const name = nameOf(names, former.prediction);
  const before2 = percent(former.confidence);
  return {
    kind: "change",
    words: text("predict-up-or-down", { name, before: before2 }),
    choices: numbered(labels),
    judge: (choice, { probabilities }) => {
      const now2 = probabilities[former.prediction] ?? 0;
      const after = percent(now2);
      const right = after === before2 ? 2 : now2 > former.confidence ? 0 : 1;
      const [guess, result] = [nameOf(labels, choice), nameOf(labels, right)];
      const agrees = choice === right;
      const told = { guess, name, before: before2, after, agrees: yesOrNo(agrees) };
      return { guess, result, agrees, sentence: text("predict-told-change", told) };
    }
  };
}
function numbered(labels) {
  return labels.map((label, i) => ({ label, key: String(i + 1) }));
}
function yesOrNo(isTrue) {
  return isTrue ? "yes" : "no";
}
function nameOf(names, which) {
  return names[which] ?? String(which);
}

// explorer/predict/card.ts
var Card = class {
  /** @param colours returns the colours of values that can or cannot be negative */
  constructor(guesser, colours) {
    this.guesser = guesser;
    this.colours = colours;
    this.words.setAttribute("role", "status");
    this.words.tabIndex = -1;
    this.choices.setAttribute("role", "group");
    this.choices.setAttribute("aria-label", text("predict-choices"));
    const parts = [this.hint, this.words, this.about, this.choices, this.wishes()];
    this.el = element("div", "mnistviz-predict-card", parts);
    this.el.setAttribute("role", "group");
    this.el.setAttribute("aria-label", text("predict-first"));
  }
  guesser;
  colours;
  el;
  hint = element("div", "mnistviz-predict-hint");
  // what to do before a question comes
  words = element("div", "mnistviz-predict-words");
  // question or result: announced
  about = element("div", "mnistviz-predict-about");
  choices = element("div", "mnistviz-predict-choices");
  question = null;
  verdict = null;
  /** Nothing can be guessed yet. */
  wait(isBlank2) {
    this.clear();
    setText(this.hint, text(isBlank2 ? "predict-draw" : "predict-wait"));
    setText(this.words, "");
  }
  /** Asks for a guess. */
  ask(question) {
    this.clear();
    this.question = question;
    setText(this.hint, "");
    setText(this.words, question.words);
    const { choices, pictures } = question;
    this.choices.classList.toggle("mnistviz-predict-maps", Boolean(pictures));
    this.choices.append(...choices.length > MOST_SHOWN ? this.list(question) : this.buttons(question));
    this.recolour();
  }
  /** Says how a guess has turned out. @param isFormer something else is shown by now */
  tell(verdict, isFormer) {
    const { sentence, agrees } = verdict;
    setText(this.words, isFormer ? `${sentence} ${text("predict-former")}` : sentence);
    if (this.verdict === verdict) return;
    const hadFocus = this.choices.contains(document.activeElement);
    this.clear();
    this.verdict = verdict;
    setText(this.hint, "");
    this.el.dataset.agrees = String(agrees);
    this.recolour();
    if (hadFocus) this.words.focus({ preventScroll: true });
  }
  /** Chooses by a key. Returns whether there is such a choice. */
  press(key) {
    const choice = this.question?.choices.findIndex((one) => one.key === key) ?? -1;
    if (choice >= 0) this.guesser.choose(choice);
    return choice >= 0;
  }
  /** Paints the pictures, whose colours depend on the theme. */
  recolour() {
    const { question, verdict } = this;
    const pictures = question?.pictures;
    const about = verdict?.pictures ?? (pictures ? [pictures.about] : []);
    this.about.replaceChildren(
      ...about.map((picture) => {
        const canvas = element("canvas");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", picture.words);
        this.paint(picture, canvas);
        return canvas;
      })
    );
    for (const [i, canvas] of this.choices.querySelectorAll("canvas").entries()) {
      const picture = pictures?.choices[i];
      if (picture) this.paint(picture, canvas);
    }
  }
  clear() {
    this.question = this.verdict = null;
    delete this.el.dataset.agrees;
    this.about.replaceChildren();
    this.choices.replaceChildren();
  }
  buttons({ choices, pictures }) {
    return choices.map(({ label, key }, i) => {
      const picture = pictures?.choices[i];
      const made = button(label, () => this.guesser.choose(i), picture?.words);
      if (picture) made.prepend(element("canvas"));
      if (key) made.setAttribute("aria-keyshortcuts", key);
      return made;
    });
  }
  /** Many classes are chosen from a list. */
  list({ choices, words }) {
    const options = choices.map(({ label }, i) => Object.assign(element("option", "", [label]), { value: String(i) }));
    const select = element("select", "mnistviz-entry", options);
    select.setAttribute("aria-label", words);
    select.dataset.lmSuppressShortcuts = "true";
    return [select, button(text("predict-say"), () => this.guesser.choose(Number(select.value)))];
  }
  /** Makes the choice of the kind of question. */
  wishes() {
    const names = {
      digit: text("predict-kind-digit"),
      sure: text("predict-kind-sure"),
      map: text("predict-kind-map"),
      change: text("predict-kind-change"),
      turn: text("predict-kind-turn")
    };
    const options = [...KINDS, "turn"].map(
      (wish) => Object.assign(element("option", "", [names[wish]]), { value: wish })
    );
    const select = element("select", "mnistviz-entry", options);
    select.dataset.lmSuppressShortcuts = "true";
    select.setAttribute("aria-label", text("predict-ask"));
    select.addEventListener("change", () => this.guesser.wish(select.value));
    return element("label", "mnistviz-predict-wish", [text("predict-ask"), select]);
  }
  paint({ codes, rows, columns, isSigned }, canvas) {
    Object.assign(canvas, { width: columns, height: rows });
    const pixels = new ImageData(columns, rows);
    colour(new Uint32Array(pixels.data.buffer), codes, this.colours(isSigned));
    contextOf(canvas).putImageData(pixels, 0, 0);
  }
};

// core/strip/summary.ts
function summaryOf(values2, rows, columns) {
  let at2 = 0;
  for (let i = 1; i < values2.length; i++) if (Math.abs(values2[i] ?? 0) > Math.abs(values2[at2] ?? 0)) at2 = i;
  const value = values2[at2] ?? 0;
  if (!value) return null;
  const isStrong = (row2, column2) => (values2[row2 * columns + column2] ?? 0) / value >= 0.5;
  const [row, column] = [Math.floor(at2 / columns), at2 % columns];
  const onRow = runThrough(column, columns, (other) => isStrong(row, other));
  const onColumn = runThrough(row, rows, (other) => isStrong(other, column));
  const longer = onRow[1] - onRow[0] - (onColumn[1] - onColumn[0]);
  const run2 = longer > 0 ? "row" : longer < 0 ? "column" : "spot";
  let [top, bottom, left, right, strong] = [row, row, column, column, 0];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (!isStrong(y, x)) continue;
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      strong += 1;
    }
  }
  return {
    ...{ value, row, column, run: run2 },
    along: run2 === "column" ? onColumn : onRow,
    rows: [top, bottom],
    columns: [left, right],
    share: strong / (rows * columns),
    down: thirdOf(row, rows),
    across: thirdOf(column, columns)
  };
}
function runThrough(place, end, goesOn) {
  let [first, last] = [place, place];
  while (first > 0 && goesOn(first - 1)) first -= 1;
  while (last < end - 1 && goesOn(last + 1)) last += 1;
  return [first, last];
}
function thirdOf(place, count) {
  return Math.floor(3 * (place + 0.5) / count);
}

// core/strip/description.ts
var NAMED = 3;
function describeMaps(described, only) {
  const { name, sizes, values: values2 } = described;
  const { channels, rows, columns } = sizes;
  const nameOf4 = (channel) => channels > 1 ? text("map", { layer: name, channel }) : name;
  if (!values2.every(Number.isFinite)) return text("summary-not-finite", { name });
  const of = (channel) => {
    const size = rows * columns;
    return summaryOf(values2.subarray(channel * size, (channel + 1) * size), rows, columns);
  };
  if (only !== null || channels === 1) return tell(of(only ?? 0), nameOf4(only ?? 0), described);
  const all = Array.from({ length: channels }, (_, channel) => of(channel));
  const strengths = all.map((one) => Math.abs(one?.value ?? 0));
  const strongest2 = strengths.indexOf(Math.max(...strengths));
  const silent = all.filter((one) => !one).length;
  if (silent === channels) return text("map-summary-zero", { map: name });
  const [layer, map] = [text("strongest-of-maps", { count: channels, silent }), nameOf4(strongest2)];
  return `${layer} ${tell(all[strongest2] ?? null, map, described)}`;
}
function describeUnits({ name, values: values2, isRough }) {
  if (!values2.every(Number.isFinite)) return text("summary-not-finite", { name });
  const order = [...values2.keys()].sort((one, other) => (values2[other] ?? 0) - (values2[one] ?? 0) || one - other);
  const unit = (which) => text("unit-and-value", { unit: String(which), value: written(values2[which] ?? 0, isRough) });
  const largest2 = order.slice(0, NAMED).map(unit).join(", ");
  const zeros = values2.filter((value) => value === 0).length;
  return text("unit-summary", { name, largest: largest2, smallest: unit(order.at(-1) ?? 0), zeros, count: values2.length });
}
function tell(summary, map, { isRough, isPicture }) {
  if (!summary) return text("map-summary-zero", { map });
  const { along, rows, columns, share, ...told } = summary;
  const strongest2 = text("map-summary", {
    ...told,
    map,
    kind: isPicture ? "picture" : "map",
    value: written(told.value, isRough),
    first: along[0],
    last: along[1]
  });
  const extent = text("map-summary-extent", {
    top: rows[0],
    bottom: rows[1],
    left: columns[0],
    right: columns[1],
    share: percent(share)
  });
  return `${strongest2} ${extent}`;
}
function written(value, isRough) {
  return isRough ? text("about", { value: rough(value) }) : compact(value);
}

// core/strip/geometry.ts
var FEW_UNITS = 16;
var MAP_GAP = 2;
var UNIT_GAP = 1;
var KERNEL_GAP = 8;
var KERNEL_COLUMNS = 4;
var MAPS_ACROSS = tokens_default.counts["maps-across"];
var UNITS_ACROSS = tokens_default.counts["units-across"];
function sizesOf(shape2, isFlat = false) {
  const [rows = 1, columns = 1, channels = 1] = shape2;
  if (isFlat) return { isMaps: false, rows: 1, columns: 1, channels };
  if (shape2.length > 1) return { isMaps: true, rows, columns, channels };
  return { isMaps: false, rows: 1, columns: 1, channels: rows };
}
function gapOf({ isMaps, columns }) {
  if (!isMaps) return UNIT_GAP;
  return columns <= KERNEL_COLUMNS ? KERNEL_GAP : MAP_GAP;
}
function layOut(sizes, width, cellHeight, gap, isSingle, most = sizes.isMaps ? MAPS_ACROSS : UNITS_ACROSS) {
  const { isMaps, rows, columns, channels } = sizes;
  const shown = isSingle ? 1 : channels;
  const across = Math.min(shown, most);
  const pitch = width / Math.max(across, isMaps && shown > 1 ? most : 1);
  const height = isMaps && !cellHeight ? (pitch - gap) * rows / columns : cellHeight;
  const total = { width: across * pitch, height: Math.ceil(shown / across) * (height + gap) };
  return { across, width: pitch - gap, height, gap, total };
}
function fitted({ rows, columns, channels }, width, height) {
  let best = { across: channels, pitch: 0 };
  for (let across = 1; across <= channels; across++) {
    const down = Math.ceil(channels / across);
    const pitch = Math.min(width / across, height * columns / (down * rows));
    if (pitch > best.pitch) best = { across, pitch };
  }
  return best;
}
function sideBySide(all, width, height) {
  const most = Math.max(0, ...all.map(({ channels }) => channels));
  const tallest = Math.max(...all.map(({ rows, columns }) => rows / columns));
  let best = { rows: 1, pitch: 0 };
  for (let rows = 1; rows <= most; rows++) {
    if (most % rows) continue;
    const across = all.reduce((sum, { channels }) => sum + Math.ceil(channels / rows), 0);
    const pitch = Math.min(width / across, height / (rows * tallest));
    if (pitch > best.pitch) best = { rows, pitch };
  }
  return best;
}
function corner({ across, width, height, gap }, nth) {
  return [nth % across * (width + gap), Math.floor(nth / across) * (height + gap)];
}
function boxOf(sizes, layout, nth, rows, columns) {
  const [x, y] = corner(layout, nth);
  const [width, height] = [layout.width / sizes.columns, layout.height / sizes.rows];
  const [[top, bottom], [left, right]] = [rows, columns];
  return [x + left * width - 1, y + top * height - 1, (right - left) * width + 2, (bottom - top) * height + 2];
}
function inside([left, top, width, height], across, down, edge) {
  const [right, bottom] = [Math.min(left + width, across - edge), Math.min(top + height, down - edge)];
  const [x, y] = [Math.max(left, edge), Math.max(top, edge)];
  return [x, y, right - x, bottom - y];
}
function placeAt(sizes, layout, x, y, only) {
  const { across, width, height, gap } = layout;
  const [right, down] = [Math.floor(x / (width + gap)), Math.floor(y / (height + gap))];
  const nth = down * across + right;
  const column = Math.floor((x - right * (width + gap)) / width * sizes.columns);
  const row = Math.floor((y - down * (height + gap)) / height * sizes.rows);
  const shown = only === null ? sizes.channels : 1;
  const isOutside = x < 0 || y < 0 || right >= across || nth >= shown || column >= sizes.columns || row >= sizes.rows;
  return isOutside ? null : { channel: only ?? nth, row, column };
}
function moved(sizes, across, place, [down, right], byMap, only) {
  if (byMap || !sizes.isMaps) {
    const channel = place.channel + right + down * across;
    return only === null && channel >= 0 && channel < sizes.channels ? { ...place, channel } : place;
  }
  const within = (at2, end) => Math.min(Math.max(at2, 0), end - 1);
  return { ...place, row: within(place.row + down, sizes.rows), column: within(place.column + right, sizes.columns) };
}
function indexOf({ rows, columns }, { channel, row, column }) {
  return (channel * rows + row) * columns + column;
}

// explorer/predict/map_question.ts
var MAPS = 4;
var ALIKE = 0.9;
var FLAT = 0.05;
var EDGE = 0.7;
function askMap(state, random) {
  const found = firstConvolution(state);
  if (!found) return null;
  const { layer, kernel, values: values2 } = found;
  const { name, shape: shape2, signed: signed3 } = layer;
  const [rows = 0, columns = 0, channels = 0] = shape2;
  const mapOf = (channel) => values2.subarray(channel * rows * columns, (channel + 1) * rows * columns);
  const order = shuffled([...Array(channels).keys()], random);
  const edges = new Map(order.map((channel) => [channel, sideOf(found, channel)]));
  const edgesFirst = [...order.filter((one) => edges.get(one)), ...order.filter((one) => !edges.get(one))];
  const chosen = distinct(edgesFirst, mapOf);
  const asked = chosen[0];
  if (asked === void 0 || chosen.length < MAPS) return null;
  const shown = shuffled(chosen, random);
  const labels = shown.map((_, i) => text("predict-map", { number: String(i + 1) }));
  const { codes } = encodeLayer(values2, channels, signed3, "map");
  const pictures = shown.map((channel, i) => {
    const described = {
      name: labels[i] ?? "",
      sizes: sizesOf([rows, columns]),
      values: mapOf(channel),
      isRough: false
    };
    const own = codes.slice(channel * rows * columns, (channel + 1) * rows * columns);
    return { codes: own, rows, columns, isSigned: signed3, words: describeMaps(described, 0) };
  });
  const side = edges.get(asked);
  const asking = { channel: String(asked), layer: name };
  const edge = side ? ` ${text("predict-edge", { side })}` : "";
  const about = kernelPicture(kernel, asked);
  const right = shown.indexOf(asked);
  return {
    kind: "map",
    words: text("predict-which-map", asking) + edge,
    choices: numbered(labels),
    pictures: { about, choices: pictures },
    judge: (choice) => {
      const [guess, result] = [labels[choice] ?? "", labels[right] ?? ""];
      const agrees = choice === right;
      const sentence = text("predict-told-map", { ...asking, guess, result, agrees: yesOrNo(agrees) });
      return { guess, result, agrees, sentence, pictures: [about, ...pictures.slice(right, right + 1)] };
    }
  };
}
function firstConvolution({ network, forward }) {
  for (const layer of network.layers) {
    const kernel = layer.kind === "Conv2D" ? network.weightsOf(layer.name)?.kernel : null;
    const values2 = forward.activations.get(layer.name);
    if (kernel && values2) return kernel.shape[1] === 1 ? { layer, kernel, values: values2 } : null;
  }
  return null;
}
function distinct(order, mapOf) {
  const rangeOf = (values2) => Math.max(...values2) - Math.min(...values2);
  const widest = Math.max(...order.map((channel) => rangeOf(mapOf(channel))));
  const chosen = [];
  for (const channel of order) {
    const map = mapOf(channel);
    if (!(rangeOf(map) > FLAT * widest)) continue;
    if (chosen.every((other) => correlation(map, mapOf(other)) < ALIKE)) chosen.push(channel);
    if (chosen.length === MAPS) break;
  }
  return chosen;
}
function correlation(one, other) {
  return cosine(centred(one), centred(other));
}
function centred(values2) {
  const mean2 = values2.reduce((sum, value) => sum + value, 0) / values2.length;
  return values2.map((value) => value - mean2);
}
function cosine(one, other) {
  let [product2, size, otherSize] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [one[i] ?? 0, other[i] ?? 0];
    [product2, size, otherSize] = [product2 + a * b, size + a * a, otherSize + b * b];
  }
  return product2 / (Math.sqrt(size * otherSize) || 1);
}
function sideOf({ kernel }, channel) {
  const [, , rows = 0, columns = 0] = kernel.shape;
  const weights = kernel.data.subarray(channel * rows * columns, (channel + 1) * rows * columns);
  const across = cosine(
    weights,
    weights.map((_, i) => i % columns - (columns - 1) / 2)
  );
  const down = cosine(
    weights,
    weights.map((_, i) => Math.floor(i / columns) - (rows - 1) / 2)
  );
  if (Math.max(Math.abs(across), Math.abs(down)) < EDGE) return null;
  if (Math.abs(across) > Math.abs(down)) return across > 0 ? "right" : "left";
  return down > 0 ? "below" : "above";
}
function kernelPicture({ shape: shape2, data }, channel) {
  const [, , rows = 0, columns = 0] = shape2;
  const weights = data.subarray(channel * rows * columns, (channel + 1) * rows * columns);
  const high = Math.max(...weights.map(Math.abs));
  const lines = Array.from(
    { length: rows },
    (_, row) => [...weights.subarray(row * columns, (row + 1) * columns)].map(compact).join(" ")
  );
  return {
    codes: Uint8Array.from(weights, (weight) => codeOf(weight, high, true)),
    rows,
    columns,
    isSigned: true,
    words: text("predict-kernel", { channel: String(channel), weights: lines.join("; ") })
  };
}
function shuffled(items, random) {
  const mixed2 = [...items];
  for (let i = mixed2.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed2[i], mixed2[j]] = [mixed2[j], mixed2[i]];
  }
  return mixed2;
}

// explorer/predict/record.ts
var KEY = "mnistviz-guesses-1";
var MOST = 500;
var GuessRecord = class {
  // where nothing is stored
  /** @param storage null: the browser has none for this page */
  constructor(storage = storageOf(globalThis)) {
    this.storage = storage;
  }
  storage;
  own = [];
  /** Whether the record outlives the page. */
  get isKept() {
    return this.storage !== null;
  }
  /** All guesses, the oldest first. */
  get all() {
    return this.stored() ?? this.own;
  }
  add(guess) {
    this.replace([...this.all, guess].slice(-MOST));
  }
  clear() {
    this.replace([]);
  }
  /** Stores the guesses, or keeps them here from now on if the browser refuses. */
  replace(guesses) {
    this.own = guesses;
    try {
      this.storage?.setItem(KEY, JSON.stringify(guesses));
    } catch {
      this.storage = null;
    }
  }
  stored() {
    try {
      return this.storage && guessesIn(this.storage.getItem(KEY));
    } catch {
      this.storage = null;
      return null;
    }
  }
};
function csvOf(guesses) {
  const names = ["time", "question", "guess", "result", "confidence", "agreed"];
  const lines = guesses.map((guess) => names.map((name) => cell(String(guess[name]))).join(","));
  return [names.join(","), ...lines, ""].join("\r\n");
}
function cell(value) {
  const isFormula = /^[=+@\-\t\r]/.test(value) && Number.isNaN(Number(value));
  return `"${(isFormula ? `'${value}` : value).replaceAll('"', '""')}"`;
}
function guessesIn(stored) {
  const found = parsed(stored ?? "[]");
  return Array.isArray(found) ? found.filter(isGuess) : [];
}
function parsed(stored) {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}
function isGuess(found) {
  const one = found ?? {};
  const areTexts = [one.time, one.guess, one.result].every((value) => typeof value === "string");
  const isOfKind = KINDS.some((kind) => kind === one.question);
  return areTexts && isOfKind && typeof one.confidence === "number" && typeof one.agreed === "boolean";
}
function storageOf(page) {
  try {
    return page.localStorage ?? null;
  } catch {
    return null;
  }
}

// explorer/predict/record_view.ts
var LISTED = 10;
var RecordView = class {
  constructor(record) {
    this.record = record;
    this.confirm.setAttribute("role", "group");
    this.confirm.setAttribute("aria-label", text("predict-delete"));
    this.confirm.hidden = true;
    this.list.setAttribute("aria-label", text("predict-list"));
    this.list.reversed = true;
    const parts = [this.list, this.note, this.buttons, this.confirm];
    this.el = element("details", "mnistviz-layer mnistviz-guesses", [element("summary", "", [this.title]), ...parts]);
    this.el.addEventListener("toggle", () => this.show());
    this.show();
  }
  record;
  el;
  title = element("span", "mnistviz-title");
  list = element("ol", "mnistviz-guess-list");
  note = element("div", "mnistviz-caption");
  save = button(text("predict-save"), () => this.saveFile());
  remove = button(text("predict-delete"), () => this.ask(true));
  sure = element("span");
  confirm = element("div", "mnistviz-guess-buttons", [
    this.sure,
    button(text("predict-delete-all"), () => this.clear()),
    button(text("predict-keep"), () => this.ask(false))
  ]);
  buttons = element("div", "mnistviz-guess-buttons", [this.save, this.remove]);
  /** Shows what is recorded now; another page may have added to it. */
  show() {
    const { all, isKept } = this.record;
    const agreed = all.filter((guess) => guess.agreed).length;
    setText(this.title, text("predict-record", { count: all.length, agreed }));
    const newest = all.slice(-LISTED).reverse();
    this.list.start = all.length;
    this.list.replaceChildren(...newest.map((guess) => element("li", "", [lineOf2(guess)])));
    const others = all.length - newest.length;
    const parts = [
      others ? text("predict-others", { count: others }) : "",
      text(isKept ? "predict-kept" : "predict-not-kept"),
      all.length === MOST ? text("predict-full", { most: MOST }) : ""
    ];
    setText(this.note, parts.filter(Boolean).join(" "));
    this.save.disabled = this.remove.disabled = !all.length;
    setText(this.sure, text("predict-delete-sure", { count: all.length }));
    if (!all.length) this.ask(false);
  }
  /** Asks whether the record is really to be deleted. */
  ask(isAsked) {
    const hadFocus = this.el.contains(document.activeElement);
    this.confirm.hidden = !isAsked;
    this.buttons.hidden = isAsked;
    if (hadFocus) (isAsked ? this.confirm : this.buttons).querySelector("button")?.focus({ preventScroll: true });
  }
  clear() {
    this.record.clear();
    this.ask(false);
    this.show();
    this.el.querySelector("summary")?.focus({ preventScroll: true });
  }
  /** Hands the record to the browser as a file; nothing is sent. */
  saveFile() {
    const url = URL.createObjectURL(new Blob([csvOf(this.record.all)], { type: "text/csv" }));
    const link = Object.assign(element("a"), { href: url, download: "mnistviz-guesses.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url));
  }
};
function lineOf2({ time, question, guess, result, agreed }) {
  const kinds = {
    digit: text("predict-kind-digit"),
    sure: text("predict-kind-sure"),
    map: text("predict-kind-map"),
    change: text("predict-kind-change")
  };
  const told = { time: localTime(time), question: kinds[question], guess, result, agreed: agreed ? "yes" : "no" };
  return text("predict-line", told);
}
function localTime(time) {
  const moment = new Date(time);
  const two = (number2) => String(number2).padStart(2, "0");
  const date = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
  return `${date} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

// explorer/predict/same_paper.ts
function isSamePaper(one, other) {
  return isSameDrawing(one.drawing, other.drawing) && isSamePicture(one.picture, other.picture);
}
function isSameDrawing(one, other) {
  if (one === other || !(one.strokes.length || other.strokes.length)) return true;
  return one.brush === other.brush && newInk(one, other)?.length === 0;
}
function isSamePicture(one, other) {
  if (one === other) return true;
  const [values2, others] = [one, other].map((picture) => (picture?.ink ?? picture?.steps.at(-1)?.image)?.data);
  if (!values2 || !others || one?.given !== other?.given) return false;
  return values2.length === others.length && values2.every((value, i) => value === others[i]);
}

// explorer/predict/index.ts
var REST2 = 700;
var SAME = 1e-3;
var TOLD = "mnistviz-guess";
var PredictFirst = class {
  // runs until the pen rests
  /**
   * @param view the root of the page
   * @param place where questions stand
   * @param repaint paints again what is known
   */
  constructor(stage, view2, place, repaint) {
    this.stage = stage;
    this.view = view2;
    this.place = place;
    this.repaint = repaint;
    const { model } = stage;
    const guesser = { choose: (choice) => this.commit(choice), wish: (wish) => this.ask(wish) };
    this.card = new Card(guesser, (isSigned) => stage.colours(isSigned));
    this.switch.type = "checkbox";
    this.switch.addEventListener("change", () => save(model, "predict_first", this.switch.checked));
    const label = element("label", "mnistviz-predict-switch", [this.switch, text("predict-first")]);
    stage.underPad.append(label, this.recordView.el);
    stage.layers.prepend(this.cover);
    stage.listen(["change:predict_first"], () => {
      this.show();
      repaint();
    });
    view2.addEventListener("keydown", this.press, { capture: true });
    window.addEventListener(TOLD, this.hear);
    this.show();
  }
  stage;
  view;
  place;
  repaint;
  /** What was painted last is covered. */
  covers = false;
  card;
  record = new GuessRecord();
  recordView = new RecordView(this.record);
  switch = element("input");
  cover = element("div", "mnistviz-cover", [text("predict-cover")]);
  seen = null;
  told = null;
  question = null;
  wish = "digit";
  asked = 0;
  // questions that were answered
  isResting = false;
  timer;
  /** Returns what may be said aloud of an answer; the card announces its questions by itself. */
  say(known) {
    return this.covers ? { answer: "", reading: text("predict-covered"), remark: "" } : known;
  }
  /**
   * Returns what may be painted: the update itself, or one that does not tell the answer.
   *
   * @param state that the page has computed; null: the notebook kernel has
   * @param isHeard the notebook kernel has heard of all that is on the paper, so that its update belongs to it
   */
  shown(update, state, { scene, pen }, isHeard) {
    if (!this.isOn) return update;
    const { told } = this;
    const seen = { update, state, scene, isWhole: state !== null || isHeard, isDrawing: pen !== null };
    if (told && seen.isWhole && isSamePaper(told.scene, seen.scene)) {
      this.rest(seen);
      this.enter("told");
      this.card.tell(told.verdict, !isSameAnswer(told.answer, update.header));
      return update;
    }
    this.expect(seen);
    return covered(update);
  }
  recolour() {
    this.card.recolour();
  }
  close() {
    clearTimeout(this.timer);
    this.view.removeEventListener("keydown", this.press, { capture: true });
    window.removeEventListener(TOLD, this.hear);
  }
  get isOn() {
    return this.stage.model.get("predict_first");
  }
  /** Shows whether the mode is on. */
  show() {
    const { isOn } = this;
    this.switch.checked = isOn;
    this.recordView.el.hidden = !isOn;
    this.recordView.show();
    this.place.replaceChildren(...isOn ? [this.card.el] : []);
    this.rest(null);
    this.card.wait(true);
    this.enter(isOn ? "draw" : "off");
  }
  /** Forgets the question; what is painted needs none. */
  rest(seen) {
    clearTimeout(this.timer);
    this.seen = seen;
    this.question = null;
    this.isResting = false;
  }
  /** Another digit, or the same one again: asks once the pen rests. */
  expect(seen) {
    const isSame = this.covers && this.seen !== null && isSameDigit(this.seen, seen);
    if (!isSame) {
      this.rest(seen);
      this.enter(isBlank(seen.scene) ? "draw" : "wait");
      this.card.wait(isBlank(seen.scene));
      if (!seen.isDrawing && !isBlank(seen.scene))
        this.timer = setTimeout(() => this.stage.guarded(() => this.notice()), REST2);
    }
    this.seen = seen;
    if (this.isResting) this.ask();
  }
  /** The pen rests. */
  notice() {
    this.isResting = true;
    this.ask();
  }
  /** Asks, as soon as the answer is known. @param wish the learner wants to be asked something else from now on */
  ask(wish = null) {
    if (wish) {
      this.wish = wish;
      this.question = null;
    }
    const { seen } = this;
    if (this.question || !this.isResting || !seen || !answerOf(seen)) return;
    this.question = this.makeQuestion(seen.state);
    this.card.ask(this.question);
    this.enter("ask");
  }
  makeQuestion(state) {
    const { told, stage } = this;
    const names = stage.model.get("classes");
    const isComparable = told && state && told.network === state.network && told.steps === this.steps;
    const further = [state && askMap(state, Math.random), isComparable ? askChange(names, told.answer) : null];
    const possible = further.filter((question) => question !== null);
    return chosenQuestion(this.wish, this.asked, [askDigit(names), askSure(names), ...possible]);
  }
  /** The learner has made a guess: judges it by what the page would have painted, records it, and uncovers everything. */
  commit(choice) {
    const { question, seen } = this;
    const answer = seen && answerOf(seen);
    if (!question || !seen || !answer) return;
    const verdict = question.judge(choice, answer);
    const { scene, state } = seen;
    this.told = { scene, answer, verdict, network: state?.network ?? null, steps: this.steps };
    this.asked += 1;
    const { guess, result, agrees } = verdict;
    const told = { guess, result, agreed: agrees, confidence: answer.confidence };
    this.record.add({ time: (/* @__PURE__ */ new Date()).toISOString(), question: question.kind, ...told });
    this.repaint();
    window.dispatchEvent(new CustomEvent(TOLD, { detail: { view: this.view, of: this.explorer, told: this.told } }));
  }
  /** A guess was made in a view on this browser page: in another one of the same explorer, it uncovers the answer here, too. */
  hear = (event) => {
    const { view: view2, of, told } = event.detail;
    this.stage.guarded(() => {
      this.recordView.show();
      if (view2 === this.view || !of || of !== this.explorer || !this.isOn) return;
      this.told = told;
      this.repaint();
    });
  };
  press = (event) => {
    const isTyped = event.target.matches("select,textarea,input:not([type=checkbox],[type=range])");
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (this.view.dataset.predict !== "ask" || isTyped || hasModifier || !this.card.press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  enter(phase) {
    const hadCovered = this.covers;
    this.covers = phase !== "off" && phase !== "told";
    if (phase === "off") delete this.view.dataset.predict;
    else this.view.dataset.predict = phase;
    this.view.classList.toggle("mnistviz-covered", this.covers);
    this.cover.hidden = !this.covers;
    if (this.covers && !hadCovered) this.hush();
    if (hadCovered && !this.covers) this.stage.resize();
  }
  /** Takes back what was said aloud of the answer: screen readers can read it again. */
  hush() {
    const said = this.view.querySelector(".mnistviz-spoken");
    if (said) setText(said, "");
  }
  /** The steps of framing that are off. */
  get steps() {
    return String(this.stage.model.get("steps_off"));
  }
  /** Names the explorer on the browser page: views of one have the same canvas. */
  get explorer() {
    return this.stage.model.get("canvas");
  }
};
function isSameDigit(one, other) {
  const isStill2 = !one.isDrawing && !other.isDrawing && one.state?.network === other.state?.network;
  return isStill2 && isSamePaper(one.scene, other.scene);
}
function answerOf({ update, isWhole }) {
  const { prediction, confidence, probabilities } = update.header;
  return isWhole && prediction !== null ? { prediction, confidence, probabilities } : null;
}
function isSameAnswer(answer, { prediction, confidence }) {
  return prediction === answer.prediction && Math.abs(confidence - answer.confidence) < SAME;
}
function covered({ header, arrays }) {
  const { choice } = header.sections;
  const sections = choice ? { choice } : {};
  return { header: { ...header, prediction: null, confidence: 0, probabilities: [], sections }, arrays };
}

// explorer/section.ts
function partOf(section, { header, arrays }) {
  const part = header.sections[section];
  return part ? { header: part, arrays: arrays.of(section) } : null;
}

// core/strip/painting.ts
var MARK = tokens_default.colours.mark.light;
var MARK_EDGE = tokens_default.colours["mark-edge"].light;
var EDGE2 = 1.5;
var DASHES = [3, 2];
function paintMaps(context, scene, maps, stacked) {
  const { sizes, layout, only } = scene;
  const density2 = window.devicePixelRatio || 1;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const [width, height] = [Math.round(layout.width * density2), Math.round(layout.height * density2)];
  context.imageSmoothingEnabled = 2 * width <= sizes.columns || 2 * height <= sizes.rows;
  const first = only ?? 0;
  const last = only ?? sizes.channels - 1;
  for (let channel = first; channel <= last; channel++) {
    const [x, y] = corner(layout, channel - first);
    const [left, top] = [Math.round(x * density2), Math.round(y * density2)];
    const [across, down] = [Math.floor(channel / stacked) * sizes.columns, channel % stacked * sizes.rows];
    context.drawImage(maps, across, down, sizes.columns, sizes.rows, left, top, width, height);
  }
  context.scale(density2, density2);
}
function paintNumbers(context, { layout }, font, colours, valueAt2) {
  Object.assign(context, { font, textAlign: "center", textBaseline: "middle" });
  colours.forEach((colour2, unit) => {
    const [x, y] = corner(layout, unit);
    context.fillStyle = inkOn(colour2);
    context.fillText(rounded(valueAt2(unit), 1), x + layout.width / 2, y + layout.height / 2, layout.width);
  });
}
function paintMarks(context, scene) {
  const { sizes, layout, only } = scene;
  const density2 = window.devicePixelRatio || 1;
  const [across, down] = [context.canvas.width / density2, context.canvas.height / density2];
  for (const { channels, rows, columns, width, dashed } of scene.marks) {
    const all = channels ?? Array.from({ length: sizes.channels }, (_, channel) => channel);
    for (const channel of all) {
      if (only !== null && channel !== only) continue;
      const box = boxOf(sizes, layout, only === null ? channel : 0, rows, columns);
      const visible = inside(box, across, down, (width + EDGE2) / 2);
      frame2(context, visible, width + EDGE2, MARK_EDGE);
      frame2(context, visible, width, MARK, dashed ? DASHES : []);
    }
  }
}
function paintCursor(context, { sizes, layout, only, cursor }) {
  if (!cursor) return;
  const { channel, row, column } = cursor;
  const box = boxOf(sizes, layout, only === null ? channel : 0, [row, row + 1], [column, column + 1]);
  frame2(context, box, 3, tokens_default.colours["on-light"].light);
  frame2(context, box, 1.5, tokens_default.colours["on-dark"].light);
}
function frame2(context, box, width, colour2, dashes = []) {
  context.lineWidth = width;
  context.strokeStyle = colour2;
  context.setLineDash(dashes);
  context.strokeRect(...box);
  context.setLineDash([]);
}

// core/strip/strip.ts
var TALLEST = 8192;
var STEPS = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0]
};
var Strip = class {
  // the same for screen readers, while the strip has the focus
  constructor(layer, listener) {
    this.layer = layer;
    this.listener = listener;
    this.sizes = sizesOf(layer.shape, layer.flat);
    this.gap = gapOf(this.sizes);
    const { rows, columns, channels } = this.sizes;
    this.stacked = Math.min(channels, Math.max(1, Math.floor(TALLEST / rows)));
    this.native.width = columns * Math.ceil(channels / this.stacked);
    this.native.height = rows * this.stacked;
    this.pixels = new ImageData(columns, rows * channels);
    this.colours = new Uint32Array(this.pixels.data.buffer);
    const { canvas } = this;
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application");
    canvas.setAttribute("aria-roledescription", text("picture-of-values"));
    canvas.addEventListener("mousemove", (event) => this.point(this.placeAt(event.offsetX, event.offsetY), false));
    canvas.addEventListener("mouseleave", () => this.point(null, false));
    canvas.addEventListener("blur", () => this.leave());
    canvas.addEventListener("focus", () => this.enter());
    canvas.addEventListener("click", (event) => {
      const place = this.placeAt(event.offsetX, event.offsetY);
      if (place) this.listener.choose?.(this, place);
    });
    canvas.addEventListener("keydown", (event) => this.key(event));
  }
  layer;
  listener;
  sizes;
  canvas = document.createElement("canvas");
  /** The one channel that is shown, as in an enlargement; null: all. */
  only = null;
  cursor = null;
  /** Are painted with the next values. */
  marks = [];
  codes = null;
  range = { low: [0], high: [0] };
  table = new Uint32Array(256);
  layout = null;
  gap;
  colours;
  native = document.createElement("canvas");
  // all maps, one pixel a value, so many below one another
  stacked;
  pixels;
  font = "";
  exact = null;
  isTelling = false;
  // the reader has asked what matters in the picture
  told = element("span");
  /** Shows new codes (uint8), map after map, with their range and the colours of the 256 codes. */
  show(codes, range3, table) {
    this.codes = codes;
    this.range = range3;
    this.values = null;
    this.recolour(table);
  }
  /** The exact values; they come when the pen rests. */
  get values() {
    return this.exact;
  }
  set values(values2) {
    this.exact = values2;
    if (this.told.isConnected) setText(this.told, this.describe());
  }
  recolour(table) {
    if (!this.codes) return;
    this.table = table;
    this.colour(this.codes);
    putStacked(this.native, this.pixels, this.stacked * this.sizes.rows);
    this.paint();
  }
  /**
   * Fits the canvas to a width, and paints what is there.
   *
   * @param width of the canvas, in CSS pixels
   * @param height of a map or unit, in CSS pixels; 0: maps keep their proportions
   * @param most maps or units in a row; undefined: as many as usual
   */
  resize(width, height = 0, most) {
    const density2 = window.devicePixelRatio || 1;
    this.layout = layOut(this.sizes, width, height, this.gap, this.only !== null, most);
    this.canvas.dataset.across = String(this.layout.across);
    const style = getComputedStyle(this.canvas);
    this.font = `${style.fontSize} ${style.fontFamily}`;
    const { total } = this.layout;
    this.canvas.style.width = `${total.width}px`;
    this.canvas.style.height = `${total.height}px`;
    this.canvas.width = Math.round(total.width * density2);
    this.canvas.height = Math.round(total.height * density2);
    this.paint();
  }
  paint() {
    if (!this.codes || !this.layout) return;
    const context = contextOf(this.canvas);
    const { sizes, layout, only, marks, cursor } = this;
    const scene = { sizes, layout, only, marks, cursor };
    paintMaps(context, scene, this.native, this.stacked);
    if (!this.sizes.isMaps && this.sizes.channels <= FEW_UNITS) {
      paintNumbers(context, scene, this.font, this.colours, (unit) => this.approximate(unit));
    }
    paintMarks(context, scene);
    paintCursor(context, scene);
  }
  /** Returns the value under the cursor in words, or what matters in the picture, if the reader has asked for that. */
  read() {
    return this.isTelling ? this.describe() : this.readValue();
  }
  /** Says what matters in the map under the cursor, or in all maps or units. */
  describe() {
    if (!this.codes) return "";
    const described = this.described();
    return this.sizes.isMaps ? describeMaps(described, this.only ?? this.cursor?.channel ?? null) : describeUnits(described);
  }
  described() {
    const { exact, layer, sizes } = this;
    const values2 = exact ?? Float32Array.from(this.codes ?? [], (_, index) => this.approximate(index));
    return { name: layer.name, sizes, values: values2, isRough: !exact };
  }
  readValue() {
    if (!this.cursor) return "";
    const { channel, row, column } = this.cursor;
    const index = indexOf(this.sizes, this.cursor);
    const exact = this.values?.[index];
    const value = exact === void 0 ? text("about", { value: rough(this.approximate(index)) }) : shortest(exact);
    const { name, shape: shape2 } = this.layer;
    if (!this.sizes.isMaps) return text("value-of-unit", { layer: name, unit: channel, value });
    const place = { layer: name, row, column, value };
    return shape2.length < 3 ? text("value-of-pixel", place) : text("value-of-map", { ...place, channel });
  }
  /** Returns the value under a point of the canvas. */
  placeAt(x, y) {
    return this.codes && this.layout && placeAt(this.sizes, this.layout, x, y, this.only);
  }
  /** Returns the place a step further, or a map further. */
  moved(place, step, byMap) {
    return this.layout ? moved(this.sizes, this.layout.across, place, step, byMap, this.only) : place;
  }
  colour(codes) {
    colour(this.colours, codes, this.table);
  }
  /** Returns the value that the 8-bit code stands for. */
  approximate(index) {
    const { high } = this.range;
    const map = high.length > 1 ? Math.floor(index / (this.sizes.rows * this.sizes.columns)) : 0;
    return decoded2(this.codes?.[index] ?? 0, high[map] ?? 0, this.layer.signed);
  }
  enter() {
    this.told.hidden = true;
    setText(this.told, this.describe());
    this.canvas.after(this.told);
    describeBy(this.canvas, this.told);
  }
  leave() {
    this.told.remove();
    this.canvas.removeAttribute("aria-describedby");
    this.point(null, false);
  }
  point(place, loud) {
    this.isTelling = false;
    const had = this.cursor;
    this.cursor = place;
    if (had || place) this.paint();
    this.listener.point(place && this, loud);
  }
  tell() {
    this.isTelling = true;
    this.listener.point(this, true);
  }
  key(event) {
    const step = STEPS[event.key];
    const place = this.cursor ?? { channel: this.only ?? 0, row: 0, column: 0 };
    if (event.key === "Enter" || event.key === " ") this.listener.choose?.(this, place);
    else if (event.key === "Escape") this.listener.escape?.();
    else if (event.key.toLowerCase() === "d" && isLetter(event)) this.tell();
    else if (step && this.codes) this.point(this.cursor ? this.moved(place, step, event.shiftKey) : place, true);
    else {
      if (isLetter(event)) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
};

// core/strip/picture_strip.ts
var PictureStrip = class extends Strip {
  /**
   * @param name of the layer that it is
   * @param shape (rows, columns, channels); codes and values have those of one place together, 0 black to white
   */
  constructor(name, shape2, listener) {
    super({ name, title: name, shape: shape2.slice(0, 2), signed: false }, listener);
    this.shape = shape2;
  }
  shape;
  /** The brightness of each place. */
  described() {
    const [rows, columns, channels] = this.shape;
    const all = this.values ?? Float32Array.from(this.codes ?? [], (code) => code / 255);
    const values2 = Float32Array.from({ length: rows * columns }, (_, place) => {
      const start = place * channels;
      return all.subarray(start, start + channels).reduce((sum, value) => sum + value, 0) / channels;
    });
    return { ...super.described(), values: values2, isPicture: true };
  }
  readValue() {
    if (!this.cursor) return "";
    const { row, column } = this.cursor;
    const [, columns, channels] = this.shape;
    const start = (row * columns + column) * channels;
    const { values: values2, codes } = this;
    const numbers = Array.from(
      { length: channels },
      (_, channel) => values2 ? shortest(values2[start + channel] ?? 0) : rough((codes?.[start + channel] ?? 0) / 255)
    ).join(", ");
    const value = values2 ? numbers : text("about", { value: numbers });
    return text("value-of-pixel", { layer: this.layer.name, row, column, value });
  }
  colour(codes) {
    const channels = this.shape[2];
    const code = (place, channel) => codes[place * channels + Math.min(channel, channels - 1)] ?? 0;
    for (let place = 0; place < this.colours.length; place++)
      this.colours[place] = 4278190080 | code(place, 2) << 16 | code(place, 1) << 8 | code(place, 0);
  }
};

// core/themed_table.ts
var DARK_PAPER = flipped(PAPER);
var ThemedTable = class {
  light;
  dark;
  /** @param bytes of the table, see `colourTable`  @param isSigned values can be negative */
  constructor(bytes, isSigned) {
    this.light = colourTable(bytesOf(bytes));
    this.dark = isLight(this.light[isSigned ? ZERO : 0]) ? flipped(this.light) : this.light;
  }
  /** The colours of the codes 0 to 255 in the present theme. */
  get colours() {
    return isDark() ? this.dark : this.light;
  }
};
function themedPaper() {
  return isDark() ? DARK_PAPER : PAPER;
}

// explorer/stage.ts
var Stage = class {
  constructor(model, panel, live) {
    this.model = model;
    this.pad = panel.pad.el;
    this.underPad = panel.underPad;
    this.listen = live.listen;
    this.guarded = live.guarded;
    this.act = live.act;
    this.send = live.send;
    this.paper = live.paper;
    this.resize = live.resize;
    const palettes = Object.entries(model.get("palettes"));
    const diverging = model.get("diverging");
    this.tables = new Map(palettes.map(([name, bytes]) => [name, new ThemedTable(bytes, name === diverging)]));
    this.digit = this.digitOf(model.get("digit").shape);
    const showNote = () => this.note.replaceChildren(model.get("note"));
    live.listen(["change:note"], showNote);
    showNote();
    this.point(null, false);
  }
  model;
  /** The strips of all layers by name. */
  strips = /* @__PURE__ */ new Map();
  /** The kernels of convolutions, by the layer's name. */
  kernels = /* @__PURE__ */ new Map();
  /** The folding element of each layer. */
  folds = /* @__PURE__ */ new Map();
  /** What the network sees, as it was painted last. */
  digit;
  /** The element around the canvas on which the pen draws. */
  pad;
  /** Where sections put what belongs to the drawing. */
  underPad;
  readout = element("div", "mnistviz-readout");
  /** A bar above the layers: readout and choices. */
  tools = element("div", "mnistviz-tools", [this.readout]);
  /** Where sections put themselves, below one another. */
  layers = element("div", "mnistviz-layers", [this.tools]);
  /** Below the layers: where questions about the whole answer are put, as sections that unfold. */
  questions = element("div", "mnistviz-questions");
  /** Says whose weights are shown. */
  note = element("div", "mnistviz-note");
  /** Where values are explained: its height stays, whatever it shows. */
  dock = element("div", "mnistviz-dock");
  /** Holds the input, the answer and the layers. */
  flow = element("div", "mnistviz-flow");
  inspector = null;
  listen;
  guarded;
  act;
  send;
  paper;
  resize;
  digits = /* @__PURE__ */ new Map();
  // by shape
  tables;
  pointed = null;
  /** Takes the strip that shows what has this shape: (rows, columns) of ink, or (rows, columns, channels) of another picture. */
  showDigitOf(shape2) {
    const former = this.digit;
    this.digit = this.digitOf(shape2);
    if (former === this.digit || this.pointed !== former) return;
    former.cursor = null;
    this.point(null, false);
  }
  digitOf(shape2) {
    const key = String(shape2);
    const made = this.digits.get(key) ?? this.makeDigit(shape2);
    this.digits.set(key, made);
    return made;
  }
  makeDigit([rows = 1, columns = 1, channels]) {
    const layer = this.model.get("digit");
    const listener = { point: this.point };
    const strip = channels ? new PictureStrip(layer.name, [rows, columns, channels], listener) : new Strip({ ...layer, shape: [rows, columns] }, listener);
    const title = channels ? text("given-title") : layer.title;
    strip.canvas.setAttribute("aria-label", text("digit-keys", { digit: title }));
    strip.canvas.classList.toggle("mnistviz-paper", !channels);
    return strip;
  }
  /** Shows what a strip tells of its values; by the keyboard (loud) it is spoken, too. */
  point = (strip, loud) => {
    this.pointed = strip;
    showReading(this.readout, strip?.codes ? strip.read() : text("point-to-explain"), loud);
    if (loud && strip?.cursor) this.inspector?.follow(strip);
  };
  /** Reads again what is read of a strip: its exact numbers have come. */
  readAgain() {
    if (this.pointed) this.point(this.pointed, false);
  }
  /** Returns the colours in use for values that can or cannot be negative. */
  colours(isSigned) {
    const table = this.tables.get(this.model.get(isSigned ? "diverging" : "sequential"));
    if (!table) throw new Error(text("colours-missing"));
    return table.colours;
  }
  /** Returns the strip of a layer, or of the digit. */
  strip(name) {
    return name === this.digit.layer.name ? this.digit : this.strips.get(name);
  }
};

// explorer/surface.ts
var DENSITY = 2;
async function surfaceOf(model) {
  const manager = model.widget_manager;
  if (!model.get("canvas") || !manager?.create_view) return plainSurface();
  const canvasModel = await modelOf(model, model.get("canvas"));
  if (!canvasModel || Object.keys(canvasModel.views ?? {}).length) return plainSurface();
  const view2 = await viewOf(manager, canvasModel);
  const canvas = view2 && (view2.el instanceof HTMLCanvasElement ? view2.el : view2.el.querySelector("canvas"));
  if (!canvasModel.ctx || !view2 || !canvas) return plainSurface();
  return {
    canvas,
    context: canvasModel.ctx,
    show: () => canvasModel.syncViews(),
    close: () => view2.remove()
  };
}
async function viewOf(manager, model) {
  try {
    return await manager.create_view(model);
  } catch {
    return null;
  }
}
function plainSurface() {
  const canvas = element("canvas");
  canvas.width = canvas.height = PAPER_SIDE * DENSITY;
  return { canvas, context: contextOf(canvas), show: () => void 0, close: () => canvas.remove() };
}

// explorer/traits.ts
var RENDERED = [
  "inspected",
  "tracing",
  "scale",
  "folded",
  "framing_open",
  "steps_off",
  "beside_open",
  "beside_layer",
  "kept",
  "maximise_open",
  "maximise_asked",
  "maximise_stopped",
  "neighbours_open",
  "neighbours_asked",
  "surgery_open",
  "edits",
  "ranking",
  "change_open",
  "attribution_open",
  "attribution_method",
  "attribution_target",
  "attribution_other",
  "attribution_check",
  "history_open"
];
var BLANK_UPDATE = {
  kind: "update",
  number: 0,
  scene: {
    base: 0,
    strokes: 0,
    points: 0,
    brush: null,
    picture: false,
    given: null,
    hides: false,
    pen: null,
    moment: null
  },
  points: 0,
  heard: {},
  prediction: null,
  confidence: 0,
  probabilities: [],
  steps: [],
  centring: "",
  sections: {}
};

// explorer/voice.ts
var STILL = 700;
var Voice = class {
  // runs as long as the keyboard's pen moves
  /**
   * @param region is announced by screen readers when its text changes
   * @param tell returns the answer that is shown
   * @param isSecond another view on the page says the answer; this one speaks only while its own pad has the keyboard's pen
   */
  constructor(region, tell2, isSecond) {
    this.region = region;
    this.tell = tell2;
    this.isSecond = isSecond;
  }
  region;
  tell;
  isSecond;
  pen = null;
  isKnown = false;
  // the answer that is shown belongs to what is on the paper
  isFamiliar = true;
  timer;
  /** Something is done to the paper: from now on the answer is a former one. */
  wait() {
    this.isKnown = false;
  }
  /** The page has computed the answer by itself. Whoever draws by keys need not wait for a notebook kernel that is busy. */
  know() {
    this.isKnown = this.isFamiliar = true;
  }
  /** The pen rests, and the answer belongs to what it has drawn. */
  rest(isFamiliar) {
    this.isKnown = true;
    this.isFamiliar = isFamiliar;
    this.speak();
  }
  /** The keyboard's pen is somewhere else, or put down or lifted; null: it is not in use any more. */
  point(place, isDown) {
    clearTimeout(this.timer);
    this.timer = void 0;
    this.pen = place && { place, isDown };
    if (!place) return;
    this.timer = setTimeout(() => {
      this.timer = void 0;
      this.speak();
    }, STILL);
  }
  /** Returns what shows the keyboard's pen, and is heard here, too. */
  following(show) {
    return (place, isDown) => {
      show(place, isDown);
      this.point(place, isDown);
    };
  }
  close() {
    clearTimeout(this.timer);
  }
  speak() {
    const { pen } = this;
    if (!this.isKnown || this.timer !== void 0 || this.isSecond && !pen) return;
    const { answer, reading, remark } = this.tell();
    const [x = 0, y = 0] = pen?.place ?? [];
    const words = pen ? text("pen-aloud", { pen: pen.isDown ? "down" : "up", x, y, reading }) : answer;
    setText(this.region, [this.isFamiliar ? "" : text("unfamiliar"), remark, words].filter(Boolean).join(" "));
  }
};

// explorer/page.ts
var ExplorerPage = class {
  /** @param sections in the order in which they are built and painted */
  constructor(model, el, sections) {
    this.model = model;
    this.el = el;
    this.sections = sections;
    el.classList.add("mnistviz-view");
    Object.assign(el.dataset, { points: "0", prediction: "", confidence: "", truth: "" });
    this.engine = new PageEngine(model);
    this.paper = new LivePaper(
      () => this.engine.isReady ? Math.min(SELDOM, ...sections.map((one) => one.kernelInterval?.() ?? SELDOM)) : 0,
      (message) => model.send({ ...message, painted: this.painted })
    );
    this.live = new LivePage(model, el, {
      accept: (update) => this.accept(update),
      paint: (update) => this.paint(update),
      receive: (content, buffers) => this.receive(content, buffers),
      resize: () => this.resize(),
      recolour: () => this.recolour(),
      reconnect: () => this.paper.post.sendAgain()
    });
    const say = () => ({ ...this.answer.say(this.update), remark: this.panel.momentNote.words });
    this.voice = new Voice(this.live.spoken, () => this.predict.say(say()), !sections.length);
    this.panel = this.makePanel();
    this.stage = new Stage(model, this.panel, {
      act: (event) => this.act(event),
      paper: () => this.paper.now.scene,
      resize: () => this.resize(),
      listen: (names, action) => this.live.listen(names, action),
      guarded: (action) => this.live.guarded(action),
      send: this.send
    });
    this.predict = new PredictFirst(this.stage, el, this.panel.guess, () => this.repaint());
    this.input = new Input(this.stage);
    const explain = (which) => this.stage.inspector?.choose(model.get("output"), [which]);
    const classes = { names: model.get("classes"), areIndependent: model.get("independent") };
    this.answer = new Answer(classes, sections.length ? explain : null);
    this.answer.paint(BLANK_UPDATE);
    for (const section of sections) section.build(this.stage);
    const { flow, layers } = this.stage;
    layers.append(this.stage.questions, this.stage.note);
    flow.append(this.input.el, this.answer.el, layers);
    const page = element("div", "mnistviz-page", [this.panel.el, flow]);
    el.append(this.live.message, page, this.live.spoken);
    this.listen();
    void this.takePad();
  }
  model;
  el;
  sections;
  panel;
  stage;
  input;
  answer;
  voice;
  predict;
  live;
  engine;
  paper;
  newest = null;
  // of the kernel
  settled = null;
  // what has followed the newest update
  painted = 0;
  // the newest update of the kernel that is painted
  state = null;
  // of what is painted next, or is painted; null: the kernel computes
  update = BLANK_UPDATE;
  // what is painted
  early = null;
  // belongs to an update that waits to be painted
  surface = null;
  close() {
    if (!this.live.isClosed) this.paper.post.flush();
    this.live.close();
    this.surface?.close();
  }
  listen() {
    const { live } = this;
    live.listen(["change:sequential"], () => this.recolour());
    live.listen(["change:samples"], () => this.panel.showSamples());
    live.listen(
      RENDERED.map((name) => `change:${name}`),
      () => this.engine.isReady && live.schedule(this.next)
    );
    live.onClose(() => {
      for (const section of this.sections) section.close?.();
      this.paper.post.close();
      this.answer.close();
      this.predict.close();
      this.voice.close();
    });
  }
  makePanel() {
    const { model } = this;
    return new Panel(model, {
      act: (event) => this.act(event),
      sample: (index) => this.send({ kind: "sample", index }),
      moreSamples: () => this.send({ kind: "more" }),
      upload: async (file) => this.send({ kind: "upload", name: file.name }, await file.arrayBuffer()),
      limit: (bytes) => this.live.limit(bytes),
      refuse: (why) => this.live.report(why)
    });
  }
  /** Puts a canvas into the pad; from now on the pen draws. */
  async takePad() {
    const surface = await surfaceOf(this.model);
    if (this.live.isClosed) {
      surface.close();
      return;
    }
    const { pad: pad2 } = this.panel;
    pad2.use(surface);
    const act = (event) => this.live.guarded(() => this.act(event));
    const pen = new Pen(pad2.el, act, this.voice.following(pad2.point));
    this.live.onClose(() => pen.close());
    this.surface = surface;
    this.live.guarded(() => pad2.show(this.paper.now.scene));
  }
  /** The user draws, undoes, clears, or takes another brush. */
  act(event) {
    this.settled = null;
    this.voice.wait();
    this.paper.act(event);
    this.live.schedule(this.next);
  }
  /** Tells the kernel what the user wants. What the pen has done before may wait to be sent: it goes first. */
  send = (content, bytes) => {
    this.paper.post.flush();
    if (bytes) this.live.sendBytes(content, bytes);
    else this.model.send(content);
  };
  /** Takes an update of the kernel. */
  accept(update) {
    if (!this.paper.accept(update)) {
      this.live.ask();
      return null;
    }
    this.newest = update;
    this.settled = null;
    this.voice.wait();
    return this.next;
  }
  /** Makes the update that is painted next; null: the kernel has sent nothing new. */
  next = () => {
    const { scene } = this.paper.now;
    this.panel.show(scene);
    const { newest } = this;
    this.state = this.engine.compute(scene, (section) => newest && this.partOfKernel(section, newest));
    if (this.state) return updateOf(this.state, this.sections, newest?.header ?? BLANK_UPDATE);
    return newest && newest.header.number !== this.painted ? newest : null;
  };
  partOfKernel(section, newest) {
    return partOf(section, newest) ?? (this.settled && partOf(section, this.settled));
  }
  /** Paints again what is known: more or less of it may be shown than before. */
  repaint() {
    const update = this.next() ?? this.newest;
    if (!update) return;
    this.live.show(update);
    this.early ??= this.settled;
    this.settleEarly();
  }
  paint(known) {
    const update = this.predict.shown(known, this.state, this.paper.now, this.paper.isHeard);
    const { header, arrays } = update;
    this.update = header;
    this.input.prepare(arrays.of("input"));
    this.el.classList.toggle("mnistviz-given", header.scene.given !== null);
    for (const section of this.sections) section.prepare?.(partOf(section.name, update));
    this.input.paintDigit(arrays.of("input"));
    for (const section of this.sections) section.paint(partOf(section.name, update));
    this.input.paintSteps(header, arrays.of("input"));
    this.answer.paint(header);
    this.panel.momentNote.paint(header);
    Object.assign(this.el.dataset, {
      points: header.points,
      prediction: header.prediction ?? "",
      confidence: header.prediction === null ? "" : header.confidence,
      truth: this.engine.isReady && !this.engine.isTruth ? "page" : "kernel"
    });
    this.showExactValues();
    if (this.state) this.voice.know();
    if (header.number !== this.painted) {
      this.painted = header.number;
      if (!this.paper.post.painted()) this.live.reportPainted(header.number);
    }
    this.settleEarly();
  }
  /** Where the page computes by itself, it need not wait for exact values. */
  showExactValues() {
    if (!this.state) return;
    const exact = exactValuesOf(this.state, this.sections);
    this.input.settle(exact.arrays.of("input"));
    for (const section of this.sections) {
      if (section.computeSettled) section.settle?.(partOf(section.name, exact), true);
    }
    this.stage.readAgain();
  }
  receive(content, buffers) {
    if (content.kind === "network") {
      this.engine.use(unpack(content, buffers));
      this.early = null;
    } else if (content.kind === "settled") {
      this.settleEarly();
      this.early = unpack(content, buffers);
      if (!this.live.isWaiting) this.settleEarly();
    }
  }
  /** Shows what follows an update; of the parts, each decides whether it still holds if the pen has moved on. */
  settleEarly() {
    const { early } = this;
    if (!early) return;
    this.early = null;
    const { header, arrays } = early;
    const isNewest = header.number === this.newest?.header.number && this.paper.isHeard && this.engine.agreesWith(header.made_with);
    const isCurrent = isNewest && !this.live.isWaiting && this.painted === header.number;
    if (isCurrent) this.settled = early;
    if (this.engine.isReady) {
      if (isCurrent) this.adopt(early);
    } else {
      if (isCurrent) this.input.settle(arrays.of("input"));
      for (const section of this.sections) section.settle?.(partOf(section.name, early), isCurrent);
    }
    if (isCurrent) this.rest(header.familiar);
  }
  /** The kernel has computed the same: from now on its values are shown. */
  adopt({ arrays }) {
    const difference = this.engine.adopt(forwardOfKernel(arrays));
    if (difference) this.model.send({ kind: "differs", ...difference });
    const update = this.next();
    if (update) this.live.show(update);
  }
  /** The pen rests: exact values are read, and the answer is said aloud, politely. */
  rest(isFamiliar) {
    const { covers } = this.predict;
    this.stage.readAgain();
    if (!isFamiliar && !covers) this.answer.doubt();
    for (const section of this.sections) section.describe?.();
    this.voice.rest(isFamiliar || covers);
  }
  resize() {
    this.input.resize();
    const width = this.stage.layers.clientWidth;
    if (!width) return;
    for (const section of this.sections) section.resize?.(width);
  }
  recolour() {
    this.predict.recolour();
    for (const section of this.sections) section.recolour?.();
  }
};

// network/gradients/step.ts
function sumsOf(layer) {
  return `${layer}/sums`;
}
var Pass = class {
  constructor(name) {
    this.name = name;
  }
  name;
  forward(below) {
    return below;
  }
  backward(_below, _output, upstream) {
    return upstream;
  }
  trace() {
  }
};

// explain/cannot_explain.ts
var CannotExplain = class extends Error {
};

// explain/wording.ts
function number(value) {
  return significant(value, 4);
}
function signedNumber(value) {
  return value < 0 ? `(${number(value)})` : number(value);
}
function unitName(layer, index) {
  return `${layer}[${index.join(", ")}]`;
}
function quoted(name) {
  const escaped = name.replaceAll("\\", "\\\\");
  if (!name.includes("'")) return `'${escaped}'`;
  return name.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`;
}

// explain/values.ts
var DIGIT2 = "digit";
var DIGIT_SHAPE = [DIGIT_SIDE, DIGIT_SIDE];
function valuesOf(forward, layer) {
  if (!layer) return { name: DIGIT2, shape: DIGIT_SHAPE, data: forward.digit };
  const { name, shape: shape2 } = layer;
  const data = forward.activations.get(name);
  if (data) return { name, shape: shape2, data };
  const layers = [...forward.activations.keys()].join(", ");
  throw new CannotExplain(text("no-such-layer", { layer: quoted(name), layers }));
}
function valueAt({ shape: shape2, data }, index) {
  return data[placeOf2(shape2, index)] ?? Number.NaN;
}
function placeOf2(shape2, index) {
  if (shape2.length === 1) return index[0] ?? 0;
  const [rows, columns] = shape2;
  const [row, column, channel = 0] = index;
  return (channel * rows + row) * columns + column;
}
function unravel(number2, shape2) {
  const index = [];
  for (const size of [...shape2].reverse()) {
    index.unshift(number2 % size);
    number2 = Math.floor(number2 / size);
  }
  return index;
}

// explain/kinds.ts
var WEIGHTED = ["Conv2D", "DepthwiseConv2D", "Dense"];
var SCALING = ["BatchNormalization"];
var MAXIMA = ["MaxPooling2D", "GlobalMaxPooling2D"];
var MEANS = ["AveragePooling2D", "GlobalAveragePooling2D"];
var WHOLE = ["GlobalMaxPooling2D", "GlobalAveragePooling2D"];
var ACTIVATIONS = ["ReLU", "LeakyReLU", "PReLU", "ELU", "Activation", "Softmax"];
var PASSING = [
  "Dropout",
  "SpatialDropout2D",
  "AlphaDropout",
  "GaussianDropout",
  "GaussianNoise",
  "ActivityRegularization",
  "Identity"
];
var EXPLAINED = [...WEIGHTED, ...SCALING, ...MAXIMA, ...MEANS, "Flatten", ...ACTIVATIONS, ...PASSING];
var MIXING = ["softmax(", "log_softmax", "sparsemax", "glu"];
function chainTo(layers, name) {
  const names = layers.map((layer) => layer.name);
  if (!names.includes(name)) {
    throw new CannotExplain(text("no-such-layer", { layer: quoted(name), layers: names.join(", ") }));
  }
  const chain = layers.slice(0, names.indexOf(name) + 1);
  if (chain.some((layer) => layer.name === DIGIT2)) {
    throw new CannotExplain(text("layer-named-as-digit", { layer: quoted(DIGIT2) }));
  }
  return chain;
}
function whyNotExplained({ name, kind, activation: activation2 }) {
  const layer = quoted(name);
  if (!EXPLAINED.includes(kind)) return text("layer-not-explained", { layer, kind });
  if (!MIXING.some((start) => activation2.startsWith(start))) return "";
  return text("activation-not-explained", { layer, activation: activation2 });
}
function checkIndex({ name, shape: shape2 }, index) {
  const isInside = (place, axis) => Number.isInteger(place) && 0 <= place && place < (shape2[axis] ?? 0);
  if (index.length === shape2.length && index.every(isInside)) return;
  const axes = shape2.length === 3 ? "map" : "unit";
  const [row = "0", column = "0"] = axes === "map" ? shape2.map((size) => String(size - 1)) : [];
  const channel = String((shape2.at(-1) ?? 1) - 1);
  const places2 = shape2.map((size) => Math.floor(size / 2));
  const example = places2.length === 1 ? `(${places2[0]},)` : `(${places2.join(", ")})`;
  const unit = `[${index.join(", ")}]`;
  const allowed = { axes, row, column, channel, shape: shape2.join(" x ") };
  throw new CannotExplain(text("no-such-unit", { layer: quoted(name), unit, example, ...allowed }));
}

// explain/receptive_field.ts
function windowPlaces(layer, below, axis, position) {
  const { window: window2, stride, dilation, before: before2 } = axisOf(layer, below, axis);
  return Array.from({ length: window2 }, (_, part) => position * stride - before2 + part * dilation);
}
function receptiveField(chain, index) {
  let places2 = index.map((place) => /* @__PURE__ */ new Set([place]));
  for (let number2 = chain.length - 1; number2 >= 0; number2--) {
    const layer = chain[number2];
    places2 = readPlaces(layer, chain[number2 - 1]?.shape ?? [DIGIT_SIDE, DIGIT_SIDE, 1], places2);
    if (places2.some((axis) => !axis.size)) places2 = places2.map(() => /* @__PURE__ */ new Set());
  }
  const [rows, columns] = places2;
  return { rows: spanOf(rows), columns: spanOf(columns) };
}
function readPlaces(layer, below, places2) {
  if (layer.window) {
    const along = (axis) => {
      const read = [...places2[axis] ?? []].flatMap((position) => windowPlaces(layer, below, axis, position));
      return new Set(read.filter((place) => place >= 0 && place < (below[axis] ?? 0)));
    };
    return [along(0), along(1), range(below.at(-1))];
  }
  if (WHOLE.includes(layer.kind)) return [range(below[0]), range(below[1]), places2.at(-1) ?? /* @__PURE__ */ new Set()];
  if (layer.kind === "Flatten") {
    const [units] = places2;
    if (units.size === layer.shape[0]) return below.map(range);
    const indices = [...units].map((unit) => unravel(unit, below));
    return below.map((_, axis) => new Set(indices.map((index) => index[axis] ?? 0)));
  }
  if (layer.kind === "Dense" || layer.activation === "softmax") return [...places2.slice(0, -1), range(below.at(-1))];
  return places2;
}
function range(size = 0) {
  return new Set(Array(size).keys());
}
function spanOf(places2) {
  return places2.size ? [Math.min(...places2), Math.max(...places2) + 1] : [0, 0];
}

// explain/attribution/class_maps.ts
var CONVOLUTIONS = ["Conv2D", "DepthwiseConv2D"];
var POOLS = ["MaxPooling2D", "AveragePooling2D", "GlobalMaxPooling2D", "GlobalAveragePooling2D"];
function* hiresCam(question) {
  const { layer, values: values2, gradient, channels } = atLastConvolution(question);
  const map = new Float64Array(values2.length / channels);
  values2.forEach((value, at2) => {
    const place = Math.floor(at2 / channels);
    map[place] = map[place] + value * gradient[at2];
  });
  return overDigit(question.engine, layer, map);
}
function* gradCam(question) {
  const { layer, values: values2, gradient, channels } = atLastConvolution(question);
  const map = new Float64Array(values2.length / channels);
  const means = new Float64Array(channels);
  gradient.forEach((slope2, at2) => {
    means[at2 % channels] = means[at2 % channels] + slope2 / map.length;
  });
  values2.forEach((value, at2) => {
    const place = Math.floor(at2 / channels);
    map[place] = map[place] + value * means[at2 % channels];
  });
  return overDigit(question.engine, layer, map).map((value) => Math.max(value, 0));
}
function atLastConvolution(question) {
  const layer = lastConvolution(question.engine);
  question.engine.reset();
  const gradient = question.gradient(question.digit, layer.name);
  const values2 = question.engine.valuesOf(layer.name);
  return { layer, values: values2, gradient, channels: planesOf(layer.shape).channels };
}
function lastConvolution({ layers, logits }) {
  let found = null;
  for (const [at2, layer] of layers.entries()) {
    if (logits === layer.name || logits === sumsOf(layer.name)) break;
    const isSame = found !== null && String(layer.shape) === String(found.shape) && !POOLS.includes(layer.kind);
    if (CONVOLUTIONS.includes(layer.kind) || isSame && layers[at2 - 1] === found) found = layer;
  }
  if (!found) throw new CannotExplain(text("attribution-without-convolution"));
  return found;
}
function overDigit({ layers }, { name, shape: shape2 }, map) {
  const chain = chainTo(layers, name);
  const { rows, columns } = planesOf(shape2);
  const middles = (axis, size) => Array.from({ length: size }, (_, at2) => {
    const place = [Math.min(at2, rows - 1), Math.min(at2, columns - 1), 0];
    const [first, end] = receptiveField(chain, place)[axis];
    return (first + end - 1) / 2;
  });
  const [down, across] = [interpolation(middles("rows", rows)), interpolation(middles("columns", columns))];
  return Float64Array.from({ length: DIGIT_SIDE ** 2 }, (_, at2) => {
    const [row, column] = [Math.floor(at2 / DIGIT_SIDE), at2 % DIGIT_SIDE];
    let sum = 0;
    for (const [above, share] of down(row)) {
      for (const [aside, part] of across(column)) sum += share * part * map[above * columns + aside];
    }
    return sum;
  });
}
function interpolation(middles) {
  return (pixel) => {
    const next = middles.findIndex((middle) => middle > pixel);
    if (next === 0) return [[0, 1]];
    if (next < 0) return [[middles.length - 1, 1]];
    const [left, right] = [middles[next - 1], middles[next]];
    const share = (pixel - left) / (right - left);
    return [
      [next - 1, 1 - share],
      [next, share]
    ];
  };
}

// explain/attribution/methods.ts
var STEPS2 = 128;
var MOST_STEPS = 512;
var COMPLETE = 5e-3;
var REACH2 = 1;
function* integratedGradients(question) {
  const { digit } = question;
  const whole = question.fromBlank;
  for (let steps = STEPS2; ; steps *= 2) {
    const gradient = yield* question.meanGradient(steps);
    const values2 = gradient.map((slope2, at2) => slope2 * digit[at2]);
    if (Math.abs(sumOf(values2) - whole) <= COMPLETE * Math.abs(whole) || steps === MOST_STEPS) return values2;
  }
}
function* gradientTimesInput(question) {
  question.engine.reset();
  return question.gradient(question.digit).map((slope2, at2) => slope2 * question.digit[at2]);
}
function* occlusion(question) {
  const { digit } = question;
  question.engine.reset();
  const before2 = question.score(digit);
  const values2 = new Float64Array(digit.length);
  for (let at2 = 0; at2 < digit.length; at2++) {
    const patch = patchAround(at2);
    if (patch.every((place) => digit[place] === 0)) continue;
    const covered2 = digit.slice();
    for (const place of patch) covered2[place] = 0;
    values2[at2] = before2 - question.score(covered2);
    yield;
  }
  return values2;
}
function patchAround(at2) {
  const [row, column] = [Math.floor(at2 / DIGIT_SIDE), at2 % DIGIT_SIDE];
  const places2 = [];
  for (let i = Math.max(row - REACH2, 0); i <= Math.min(row + REACH2, DIGIT_SIDE - 1); i++) {
    for (let j = Math.max(column - REACH2, 0); j <= Math.min(column + REACH2, DIGIT_SIDE - 1); j++) {
      places2.push(i * DIGIT_SIDE + j);
    }
  }
  return places2;
}
function sumOf(values2) {
  return values2.reduce((sum, value) => sum + value, 0);
}
var METHODS = {
  integrated_gradients: integratedGradients,
  gradient_times_input: gradientTimesInput,
  occlusion,
  hires_cam: hiresCam,
  grad_cam: gradCam
};

// explorer/sections/drawer.ts
var Drawer = class {
  /** @param parts what is in it, from top to bottom */
  constructor(stage, setting, title, parts) {
    this.stage = stage;
    this.setting = setting;
    this.summary = element("summary", "", [element("span", "mnistviz-title", [title])]);
    this.el = element("details", "mnistviz-layer", [this.summary, ...parts]);
    this.el.addEventListener("toggle", () => this.keep());
    stage.listen([`change:${setting}`], () => this.show());
    this.show();
  }
  stage;
  setting;
  el;
  summary;
  /** Goes to the line that folds and unfolds. */
  focus() {
    this.summary.focus();
  }
  keep() {
    const { model } = this.stage;
    if (model.get(this.setting) !== this.el.open) save(model, this.setting, this.el.open);
  }
  show() {
    this.el.open = this.stage.model.get(this.setting);
  }
};

// explorer/sections/attribution/answer.ts
function answerOfKernel({ header, arrays }) {
  const { answer } = header;
  if (!answer) return null;
  const probabilities = Float64Array.from(arrays.float32("probabilities").data);
  const all = Float64Array.from(arrays.float32("random").data);
  const count = probabilities.length;
  const random = Array.from({ length: all.length / count }, (_, at2) => all.slice(at2 * count, (at2 + 1) * count));
  return {
    asked: { target: answer.target, other: answer.other },
    method: answer.method,
    digit: arrays.float32("digit").data,
    values: arrays.float32("values").data,
    whole: answer.whole,
    completenessError: answer.completeness_error,
    curve: { probabilities, random, area: answer.area, randomArea: answer.random_area },
    check: answer.checked ? { values: arrays.float32("checked").data, correlation: answer.correlation } : null
  };
}
function questionWords({ target, other }, classes) {
  const name = (which) => classes[which] ?? String(which);
  if (other === null) return text("attribution-question", { target: name(target) });
  return text("attribution-question-of-two", { target: name(target), other: name(other) });
}

// explorer/sections/attribution/curve_plot.ts
var SIDE5 = 100;
var CurvePlot = class {
  el;
  svg = svg("svg");
  band = svg("path", "mnistviz-random-band");
  mean = svg("path", "mnistviz-random-line");
  line = svg("path", "mnistviz-map-line");
  title = element("div", "mnistviz-caption");
  areas = element("div");
  plot;
  constructor() {
    this.svg.setAttribute("viewBox", `0 0 ${SIDE5} ${SIDE5}`);
    this.svg.setAttribute("preserveAspectRatio", "none");
    this.svg.setAttribute("aria-hidden", "true");
    this.svg.append(this.band, this.mean, this.line);
    const scale = (words, place) => element("span", `mnistviz-curve-${place}`, [words]);
    const ends = [
      scale("1", "top"),
      scale("0", "bottom"),
      scale("0 %", "begin"),
      scale(text("attribution-curve-end"), "end")
    ];
    this.plot = element("div", "mnistviz-deletion-plot", [this.svg, ...ends]);
    const keys = element("div", "mnistviz-caption", [
      element("span", "mnistviz-map-key", [text("attribution-curve-map")]),
      element("span", "mnistviz-random-key", [text("attribution-curve-random")])
    ]);
    this.el = element("div", "mnistviz-deletion", [this.title, this.plot, keys, this.areas]);
  }
  /** @param curve null: it is still being computed */
  show(question, curve3) {
    setText(this.title, text("attribution-curve", { question }));
    this.svg.toggleAttribute("hidden", !curve3);
    if (!curve3) {
      setText(this.areas, text("attribution-deletion-waiting"));
      return;
    }
    const { probabilities, random, area, randomArea } = curve3;
    const across = (reduce2) => Array.from(probabilities, (_, at2) => reduce2(random.map((one) => one[at2])));
    const low = across((values2) => Math.min(...values2));
    const high = across((values2) => Math.max(...values2));
    const mean2 = across((values2) => values2.reduce((sum, value) => sum + value, 0) / values2.length);
    const back = pointsOf2(low).reverse();
    this.band.setAttribute("d", `M${[...pointsOf2(high), ...back].join("L")}Z`);
    this.mean.setAttribute("d", `M${pointsOf2(mean2).join("L")}`);
    this.line.setAttribute("d", `M${pointsOf2(probabilities).join("L")}`);
    const better = area < randomArea ? "yes" : "no";
    setText(this.areas, text("attribution-deletion", { better, area: compact(area), random: compact(randomArea) }));
  }
};
function pointsOf2(values2) {
  return Array.from(
    values2,
    (value, at2) => `${(SIDE5 * at2 / (values2.length - 1)).toFixed(1)} ${(SIDE5 * (1 - value)).toFixed(2)}`
  );
}

// explorer/sections/attribution/wish.ts
var NO_OTHER = -1;
var RUNNER_UP = -2;
var PREDICTION = -1;
var SAME2 = 1e-4;
function askedOf(settings, { prediction, probabilities }) {
  if (prediction === null) return null;
  const isClass = (which) => which >= 0 && which < probabilities.length;
  const [target, other] = [settings.get("attribution_target"), settings.get("attribution_other")];
  const asked = isClass(target) ? target : prediction;
  if (other === RUNNER_UP) return { target: asked, other: runnerUp(probabilities, asked) };
  return { target: asked, other: isClass(other) && other !== asked ? other : null };
}
function runnerUp(probabilities, but) {
  let found = null;
  for (let which = 0; which < probabilities.length; which++) {
    if (which === but) continue;
    if (found === null || probabilities[which] > probabilities[found]) found = which;
  }
  return found;
}
function isSameDigit2(one, other) {
  return one.every((value, at2) => Math.abs(value - other[at2]) <= SAME2);
}

// explorer/sections/attribution/form.ts
var Form = class {
  constructor(stage) {
    this.stage = stage;
    const classes = stage.model.get("classes").map((name, which) => option(String(which), name));
    this.target = this.choice("attribution-class", "attribution_target", [
      option(String(PREDICTION), text("attribution-predicted", { label: "none" })),
      ...classes
    ]);
    this.other = this.choice("attribution-other", "attribution_other", [
      option(String(NO_OTHER), text("attribution-no-other")),
      option(String(RUNNER_UP), text("attribution-runner-up", { label: "none" })),
      ...classes.map((one) => one.cloneNode(true))
    ]);
    const methods = Object.keys(METHODS).map((method) => option(method, text("attribution-method-name", { method })));
    this.choice("attribution-method", "attribution_method", methods);
  }
  stage;
  el = element("div", "mnistviz-attribution-form");
  target;
  other;
  /** Names the prediction and the runner-up, as the network has them at the moment. */
  show(prediction, probabilities) {
    const { model } = this.stage;
    const name = (which) => which === null ? "none" : model.get("classes")[which] ?? String(which);
    const chosen = model.get("attribution_target");
    const asked = chosen in model.get("classes") ? chosen : prediction;
    const other = asked === null || prediction === null ? null : runnerUp(probabilities, asked);
    rename(this.target, PREDICTION, text("attribution-predicted", { label: name(prediction) }));
    rename(this.other, RUNNER_UP, text("attribution-runner-up", { label: name(other) }));
    for (const { value, disabled } of this.other.options) {
      if (disabled !== (Number(value) === asked)) this.forbid(value, !disabled);
    }
  }
  forbid(value, isForbidden) {
    for (const one of this.other.options) if (one.value === value) one.disabled = isForbidden;
  }
  choice(label, setting, options) {
    const { model } = this.stage;
    const select = element("select", "", options);
    select.dataset.setting = setting;
    const show = () => {
      select.value = String(model.get(setting));
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    };
    select.addEventListener("change", () => {
      save(model, setting, setting === "attribution_method" ? select.value : Number(select.value));
    });
    select.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow") || isLetter(event)) event.stopPropagation();
    });
    this.stage.listen([`change:${setting}`], show);
    show();
    this.el.append(element("label", "", [element("span", "", [text(label)]), select]));
    return select;
  }
};
function option(value, name) {
  const made = element("option", "", [name]);
  made.value = value;
  return made;
}
function rename(select, value, name) {
  for (const one of select.options) if (one.value === String(value) && one.text !== name) one.text = name;
}

// explorer/sections/attribution/map_panel.ts
var SIDE6 = 280;
var INK2 = 0.5;
var LINE = 1.2;
var MapPanel = class {
  el;
  strip;
  title = element("span");
  range = element("span", "mnistviz-attribution-range");
  /** @param name of the map in what is read at its values */
  constructor(name, listener) {
    this.strip = new MapStrip({ name, title: name, shape: [DIGIT_SIDE, DIGIT_SIDE], signed: true }, listener);
    const title = element("div", "mnistviz-attribution-title", [this.title, this.range]);
    this.el = element("div", "mnistviz-attribution-map", [title, this.strip.canvas]);
  }
  /** The range of the values, symmetric about 0. */
  get words() {
    return this.range.textContent ?? "";
  }
  show(title, values2, digit, table) {
    setText(this.title, title);
    const rounded2 = Float32Array.from(values2);
    const { codes, low, high } = encodeLayer(rounded2, null, true, "layer");
    this.strip.digit = digit;
    this.strip.show(codes, { low, high }, table);
    this.strip.values = rounded2;
    setText(this.range, rangeText(low, high));
    this.strip.canvas.setAttribute("aria-label", text("digit-keys", { digit: title }));
  }
  resize() {
    const width = Math.min(this.el.clientWidth, SIDE6);
    if (width) this.strip.resize(width);
  }
};
var MapStrip = class extends Strip {
  digit = null;
  paint() {
    super.paint();
    const { digit, layout } = this;
    if (!digit || !layout || !this.codes) return;
    const context = contextOf(this.canvas);
    const [width, height] = [layout.width / DIGIT_SIDE, layout.height / DIGIT_SIDE];
    const isInk = (row, column) => {
      const isInside = row >= 0 && row < DIGIT_SIDE && column >= 0 && column < DIGIT_SIDE;
      return isInside && digit[row * DIGIT_SIDE + column] > INK2;
    };
    context.beginPath();
    for (let row = 0; row <= DIGIT_SIDE; row++) {
      for (let column = 0; column <= DIGIT_SIDE; column++) {
        if (isInk(row, column) !== isInk(row - 1, column)) {
          context.moveTo(column * width, row * height);
          context.lineTo((column + 1) * width, row * height);
        }
        if (isInk(row, column) !== isInk(row, column - 1)) {
          context.moveTo(column * width, row * height);
          context.lineTo(column * width, (row + 1) * height);
        }
      }
    }
    context.lineWidth = LINE;
    context.strokeStyle = getComputedStyle(this.canvas).color;
    context.stroke();
  }
};

// core/sliced_work.ts
var SLICE = 6;
var SlicedWork = class {
  // a slice is to come
  /** @param guarded runs an action, and reports what goes wrong in it */
  constructor(guarded) {
    this.guarded = guarded;
    this.channel.port1.onmessage = () => {
      this.isPosted = false;
      this.guarded(() => this.goOn());
    };
  }
  guarded;
  channel = new MessageChannel();
  // a timer would wait 4 ms between two slices
  work = null;
  // does a slice
  isPosted = false;
  get isRunning() {
    return this.work !== null;
  }
  /**
   * Begins a computation; a former one is given up.
   *
   * @param steps does a millisecond of work or so at each step, and returns the result
   * @param done takes the result
   */
  start(steps, done) {
    this.work = () => {
      const end = performance.now() + SLICE;
      do {
        const step = steps.next();
        if (step.done) {
          this.work = null;
          done(step.value);
          return;
        }
      } while (performance.now() < end);
    };
    this.post();
  }
  /** Gives up what is running. */
  stop() {
    this.work = null;
  }
  close() {
    this.stop();
    this.channel.port1.close();
  }
  goOn() {
    const { work } = this;
    if (!work) return;
    try {
      work();
      if (this.work) this.post();
    } catch (error) {
      if (this.work === work) this.work = null;
      throw error;
    }
  }
  /** Has the next slice done, once, however often work was stopped and begun meanwhile. */
  post() {
    if (this.isPosted) return;
    this.isPosted = true;
    this.channel.port2.postMessage(null);
  }
};

// network/gradients/functions.ts
var SELU_SCALE2 = 1.0507009873554805;
var SELU_ALPHA2 = 1.6732632423543772;
var LEAKY_SLOPE2 = 0.2;
var GELU_SCALE = Math.sqrt(2 / Math.PI);
var GELU_CUBE = 0.044715;
var sigmoid2 = (x) => 1 / (1 + Math.exp(-x));
var SLOPES = {
  relu6: (x) => x > 0 && x < 6 ? 1 : 0,
  selu: (_, y) => y < 0 ? y + SELU_SCALE2 * SELU_ALPHA2 : SELU_SCALE2,
  silu: (x, y) => sigmoid2(x) + y * (1 - sigmoid2(x)),
  sigmoid: (_, y) => y * (1 - y),
  hard_sigmoid: (x) => x > -3 && x < 3 ? 1 / 6 : 0,
  tanh: (_, y) => 1 - y * y,
  softplus: sigmoid2,
  softsign: (x) => 1 / (1 + Math.abs(x)) ** 2,
  exponential: (_, y) => y,
  mish: (x) => {
    const tanh = Math.tanh(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
    return tanh + x * (1 - tanh * tanh) * sigmoid2(x);
  }
};
function slopeOf(name, constants) {
  const { alpha = 1 } = constants;
  if (name === "relu") return slopeOfLimitedRelu(constants);
  if (name === "elu") return (x) => x > 0 ? 1 : alpha * Math.exp(x);
  if (name === "gelu") return constants.approximate ? slopeOfApproximateGelu : slopeOfGelu;
  const known = SLOPES[name];
  if (!known) throw new RangeError(name);
  return known;
}
function slopeOfLimitedRelu(constants) {
  const { negative_slope: slope2 = 0, max_value: most = Number.POSITIVE_INFINITY, threshold = 0 } = constants;
  return (x) => {
    if (x > threshold) return x <= most ? 1 : 0;
    return x < threshold ? slope2 : 0;
  };
}
function slopeOfGelu(x, y) {
  return (x === 0 ? 0.5 : y / x) + x * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}
function slopeOfApproximateGelu(x) {
  const tanh = Math.tanh(GELU_SCALE * (x + GELU_CUBE * x * x * x));
  return 0.5 * (1 + tanh) + 0.5 * x * (1 - tanh * tanh) * GELU_SCALE * (1 + 3 * GELU_CUBE * x * x);
}
function slopeBelowZero({ function: named2, constants }) {
  const { max_value: most = Number.POSITIVE_INFINITY, threshold = 0 } = constants;
  if (named2 === "relu")
    return most === Number.POSITIVE_INFINITY && threshold === 0 ? constants.negative_slope ?? 0 : null;
  return named2 === "leaky_relu" ? constants.negative_slope ?? LEAKY_SLOPE2 : null;
}
var Activation = class {
  constructor(name, { function: named2, constants }, size) {
    this.name = name;
    this.apply = activationOf(named2, constants, 1) ?? (() => void 0);
    this.slope = slopeOf(named2, constants);
    this.results = new Float64Array(size);
    this.output = new Float32Array(size);
    this.gradient = new Float64Array(size);
  }
  name;
  apply;
  slope;
  results;
  output;
  gradient;
  forward(below) {
    this.results.set(below);
    this.apply(this.results);
    this.output.set(this.results);
    return this.output;
  }
  backward(below, output, upstream) {
    const { gradient, slope: slope2 } = this;
    for (let i = 0; i < gradient.length; i++) {
      const value = upstream[i];
      gradient[i] = value === 0 ? 0 : value * slope2(below[i], output[i]);
    }
    return gradient;
  }
};
var Relu = class {
  constructor(name, slope2, size) {
    this.name = name;
    this.slope = slope2;
    this.output = new Float32Array(size);
    this.gradient = new Float64Array(size);
  }
  name;
  slope;
  output;
  gradient;
  forward(below) {
    const { output, slope: slope2 } = this;
    for (let i = 0; i < output.length; i++) {
      const value = below[i];
      output[i] = value <= 0 ? slope2 === 0 ? 0 : slope2 * value : value;
    }
    return output;
  }
  backward(below, _output, upstream) {
    const { gradient, slope: slope2 } = this;
    for (let i = 0; i < gradient.length; i++) {
      gradient[i] = upstream[i] * (below[i] > 0 ? 1 : slope2);
    }
    return gradient;
  }
  trace(below, sources, slopes) {
    const { slope: slope2 } = this;
    for (let i = 0; i < sources.length; i++) {
      if (!(below[sources[i]] > 0)) slopes[i] = slopes[i] * slope2;
    }
  }
};
var PRelu = class {
  /** @param slopes in the order of the values */
  constructor(name, slopes) {
    this.name = name;
    this.slopes = slopes;
    this.output = new Float32Array(slopes.length);
    this.gradient = new Float64Array(slopes.length);
  }
  name;
  slopes;
  output;
  gradient;
  forward(below) {
    for (let i = 0; i < this.output.length; i++) {
      const value = below[i];
      this.output[i] = value > 0 ? value : value * this.slopes[i];
    }
    return this.output;
  }
  backward(below, _output, upstream) {
    for (let i = 0; i < this.gradient.length; i++) {
      this.gradient[i] = upstream[i] * this.slopeAt(i, below);
    }
    return this.gradient;
  }
  trace(below, sources, slopes) {
    for (let i = 0; i < sources.length; i++) {
      slopes[i] = slopes[i] * this.slopeAt(sources[i], below);
    }
  }
  slopeAt(at2, below) {
    const value = below[at2];
    if (value > 0) return 1;
    return value < 0 ? this.slopes[at2] : 0;
  }
};
var Softmax = class {
  constructor(name, channels, size) {
    this.name = name;
    this.channels = channels;
    this.apply = activationOf("softmax", {}, channels);
    this.results = new Float64Array(size);
    this.output = new Float32Array(size);
    this.gradient = new Float64Array(size);
  }
  name;
  channels;
  apply;
  results;
  output;
  gradient;
  forward(below) {
    const { channels, results, output } = this;
    results.set(below);
    for (let at2 = 0; at2 < below.length; at2 += channels) this.apply(results.subarray(at2, at2 + channels));
    output.set(results);
    return output;
  }
  backward(_below, output, upstream) {
    const { channels, gradient } = this;
    for (let first = 0; first < output.length; first += channels) {
      let sum = 0;
      for (let i = first; i < first + channels; i++) sum += upstream[i] * output[i];
      for (let i = first; i < first + channels; i++)
        gradient[i] = output[i] * (upstream[i] - sum);
    }
    return gradient;
  }
};

// network/gradients/linear.ts
var Linear = class {
  /**
   * @param below number of values below
   * @param offset of each sum
   */
  constructor(name, map, below, offset) {
    this.name = name;
    this.map = map;
    this.offset = offset;
    this.sums = offset.slice();
    this.output = new Float32Array(offset.length);
    this.former = new Float32Array(below);
    this.changes = new Float64Array(below);
    this.gradient = new Float64Array(below);
  }
  name;
  map;
  offset;
  sums;
  output;
  former;
  // what the sums are of
  changes;
  gradient;
  forward(below) {
    const { changes, former } = this;
    for (let i = 0; i < changes.length; i++) changes[i] = below[i] - former[i];
    former.set(below);
    this.map.add(changes, this.sums);
    this.output.set(this.sums);
    return this.output;
  }
  backward(_below, _output, upstream) {
    this.gradient.fill(0);
    this.map.addBack(upstream, this.gradient);
    return this.gradient;
  }
  reset() {
    this.sums.set(this.offset);
    this.former.fill(0);
  }
};
var DenseMap = class {
  /** @param kernel (input, unit) */
  constructor(kernel, inputs, units) {
    this.inputs = inputs;
    this.units = units;
    this.kernel = Float64Array.from(kernel);
    this.transposed = this.kernel.map((_, at2) => kernel[at2 % inputs * units + Math.floor(at2 / inputs)]);
  }
  inputs;
  units;
  kernel;
  transposed;
  add(changes, sums) {
    multiply(changes, this.kernel, this.inputs, this.units, sums);
  }
  addBack(upstream, gradient) {
    multiply(upstream, this.transposed, this.units, this.inputs, gradient);
  }
};
function multiply(vectors, matrix, from, to, sums) {
  for (let at2 = 0; at2 < vectors.length; at2++) {
    const value = vectors[at2];
    if (value === 0) continue;
    addTo(sums, Math.floor(at2 / from) * to, value, matrix, at2 % from * to, to);
  }
}
function addTo(sums, to, factor, values2, from, count) {
  for (let i = 0; i < count; i++) sums[to + i] = sums[to + i] + factor * values2[from + i];
}
var ScaleMap = class {
  constructor(factors) {
    this.factors = factors;
  }
  factors;
  add(changes, sums) {
    const { factors } = this;
    for (let at2 = 0; at2 < changes.length; at2++) {
      sums[at2] = sums[at2] + changes[at2] * factors[at2 % factors.length];
    }
  }
  addBack(upstream, gradient) {
    this.add(upstream, gradient);
  }
};

// network/gradients/maxima.ts
var MaxPool = class _MaxPool {
  /**
   * @param candidates where the values lie that each output reads, one output after the other
   * @param most so many for each output; in a smaller window the first one stands again for the rest
   * @param below number of values below
   */
  constructor(name, candidates, most, below) {
    this.name = name;
    this.candidates = candidates;
    this.most = most;
    this.winners = new Int32Array(candidates.length / most);
    this.output = new Float32Array(this.winners.length);
    this.gradient = new Float64Array(below);
  }
  name;
  candidates;
  most;
  winners;
  // where the first of the largest values lies
  output;
  gradient;
  /**
   * @param windows the places that each reads, row by row
   * @param below number of values below
   */
  static of(name, windows, channels, below) {
    const most = Math.max(...windows.map(({ length }) => length));
    const candidates = Int32Array.from({ length: windows.length * channels * most }, (_, at2) => {
      const output = Math.floor(at2 / most);
      const places2 = windows[Math.floor(output / channels)];
      return (places2[at2 % most] ?? places2[0]) * channels + output % channels;
    });
    return new _MaxPool(name, candidates, most, below);
  }
  /** Returns which values some of the outputs read, one output after the other. */
  read(outputs) {
    const { most, candidates } = this;
    const read = new Int32Array(outputs.length * most);
    outputs.forEach((output, at2) => {
      read.set(candidates.subarray(output * most, (output + 1) * most), at2 * most);
    });
    return read;
  }
  /** Returns the pool of these outputs alone, whose values below are what they `read`. */
  alone(read) {
    return new _MaxPool(
      this.name,
      read.map((_, at2) => at2),
      this.most,
      read.length
    );
  }
  forward(below) {
    const { most, candidates, winners, output } = this;
    for (let at2 = 0, first = 0; at2 < output.length; at2++, first += most) {
      let winner = candidates[first];
      let largest2 = below[winner];
      for (let i = first + 1; i < first + most; i++) {
        const candidate = candidates[i];
        const value = below[candidate];
        if (value > largest2) {
          winner = candidate;
          largest2 = value;
        }
      }
      winners[at2] = winner;
      output[at2] = largest2;
    }
    return output;
  }
  /** Number of outputs. */
  get size() {
    return this.output.length;
  }
  backward(_below, _output, upstream) {
    const { winners, gradient } = this;
    gradient.fill(0);
    for (let at2 = 0; at2 < upstream.length; at2++) {
      const winner = winners[at2];
      gradient[winner] = gradient[winner] + upstream[at2];
    }
    return gradient;
  }
  trace(_below, sources) {
    for (let i = 0; i < sources.length; i++) sources[i] = this.winners[sources[i]];
  }
};
var GlobalMaxPool = class {
  constructor(name, channels, below) {
    this.name = name;
    this.channels = channels;
    this.output = new Float32Array(channels);
    this.gradient = new Float64Array(below);
  }
  name;
  channels;
  output;
  gradient;
  forward(below) {
    const { channels, output } = this;
    output.fill(Number.NEGATIVE_INFINITY);
    below.forEach((value, at2) => {
      output[at2 % channels] = Math.max(output[at2 % channels], value);
    });
    return output;
  }
  backward(below, output, upstream) {
    const { channels, gradient } = this;
    const counts = new Float64Array(channels);
    below.forEach((value, at2) => {
      if (value === output[at2 % channels]) counts[at2 % channels] = counts[at2 % channels] + 1;
    });
    below.forEach((value, at2) => {
      const channel = at2 % channels;
      gradient[at2] = value === output[channel] ? upstream[channel] / counts[channel] : 0;
    });
    return gradient;
  }
};

// network/gradients/choice.ts
function isGate(step) {
  return step.trace !== void 0;
}
var Line = class _Line {
  constructor(start, growth) {
    this.start = start;
    this.growth = growth;
  }
  start;
  growth;
  static zeros(size) {
    return new _Line(new Float64Array(size), new Float64Array(size));
  }
  clear() {
    this.start.fill(0);
    this.growth.fill(0);
  }
};
var Choice = class _Choice {
  /**
   * @param outputs the outputs that are looked at
   * @param inputs the sums that the gates read
   */
  constructor(gates, outputs, inputs) {
    this.gates = gates;
    this.outputs = outputs;
    this.inputs = inputs;
    this.sources = new Int32Array(outputs.length);
    this.slopes = new Float64Array(outputs.length);
    this.values = new Float32Array(inputs.length);
  }
  gates;
  outputs;
  inputs;
  /** Of each output, in the order of `outputs`. */
  sources;
  slopes;
  values;
  /** Returns that of all outputs. */
  static ofAll(gates, sums) {
    const outputs = gates.reduce((values2, gate) => gate.forward(values2), new Float32Array(sums));
    return new _Choice(gates, range2(outputs.length), range2(sums));
  }
  /** Returns that of some outputs of convex gates. */
  of(outputs) {
    const gates = [];
    let inputs = outputs;
    for (const gate of [...this.gates].reverse()) {
      if (gate instanceof MaxPool) {
        inputs = gate.read(inputs);
        gates.unshift(gate.alone(inputs));
      } else if (gate instanceof Relu) gates.unshift(new Relu(gate.name, gate.slope, inputs.length));
    }
    return new _Choice(gates, outputs, inputs);
  }
  /**
   * Whether each output is the largest of some lines. Then one that is the same line at two places is so in between: no other one is
   * above it at either place, so none is in between.
   */
  get isConvex() {
    return this.gates.every(
      (gate) => gate instanceof MaxPool || gate instanceof Pass || gate instanceof Relu && gate.slope >= 0 && gate.slope <= 1
    );
  }
  /** Looks at a place of the way. */
  lookAt({ start, growth }, place) {
    const { gates, inputs, sources, slopes, values: values2 } = this;
    for (let i = 0; i < values2.length; i++) {
      const sum = inputs[i];
      values2[i] = start[sum] + growth[sum] * place;
    }
    const below = [values2];
    for (const gate of gates) below.push(gate.forward(below.at(-1)));
    for (let i = 0; i < sources.length; i++) sources[i] = i;
    slopes.fill(1);
    for (let at2 = gates.length - 1; at2 >= 0; at2--) gates[at2]?.trace(below[at2], sources, slopes);
    for (let i = 0; i < sources.length; i++) sources[i] = inputs[sources[i]];
  }
};
function range2(size) {
  return Int32Array.from({ length: size }, (_, at2) => at2);
}

// network/gradients/straight_path.ts
var STAGES = 16;
function partsOf(steps) {
  const parts = [];
  for (const [at2, step] of steps.entries()) {
    const isLinear = step instanceof Linear;
    if (isLinear || at2 === 0) parts.push({ linear: isLinear ? step : null, gates: [] });
    if (isLinear) continue;
    if (!isGate(step)) return null;
    const gates = parts.at(-1)?.gates ?? [];
    const last = gates.at(-1);
    if (step instanceof MaxPool && last instanceof Relu && last.slope >= 0) {
      gates.splice(-1, 1, step, new Relu(last.name, last.slope, step.size));
    } else gates.push(step);
  }
  return parts;
}
function* meanGradientOf(parts, upstream, digit, steps) {
  const first = new Stretch(parts[0], digit.length, null);
  first.begin(Float64Array.from(digit));
  const others = [];
  for (const part of parts.slice(1)) others.push(new Stretch(part, 0, others.at(-1) ?? first));
  (others.at(-1) ?? first).gradient.set(upstream);
  const total = new Float64Array(first.sums);
  const stage = Math.ceil(steps / STAGES);
  for (let step = 0; step < steps; step++) {
    if (step % stage === 0) first.lookAhead((Math.min(step + stage, steps) - 0.5) / steps);
    for (const stretch of [first, ...others]) stretch.moveTo((step + 0.5) / steps);
    for (let at2 = others.length - 1; at2 >= 0; at2--) others[at2]?.passBack();
    first.addChanges(total, steps - step);
    yield;
  }
  return first.toPixels(total).map((sum) => sum / steps);
}
var Stretch = class {
  // with respect to the sums
  /** @param pixels how many are below, if no stretch is */
  constructor({ linear, gates }, pixels, below) {
    this.pixels = pixels;
    this.below = below;
    this.map = linear?.map ?? null;
    this.sums = linear?.offset.length ?? pixels;
    this.line = new Line(linear?.offset.slice() ?? new Float64Array(pixels), new Float64Array(this.sums));
    this.all = Choice.ofAll(gates, this.sums);
    this.choice = this.all;
    const size = this.all.outputs.length;
    [this.outputs, this.changes] = [Line.zeros(size), Line.zeros(size)];
    [this.sources, this.slopes] = [new Int32Array(size), new Float64Array(size)];
    [this.shareOf, this.shares] = [new Int32Array(size), new Float64Array(size)];
    this.gradient = new Float64Array(size);
    this.gradientChanges = new Float64Array(this.sums);
  }
  pixels;
  below;
  /** Number of sums of the linear layer. */
  sums;
  /** With respect to the outputs. */
  gradient;
  map;
  line;
  // of the sums
  outputs;
  changes;
  // of the outputs, which the next stretch has not taken yet
  all;
  choice;
  // of the outputs that may change
  sources;
  // the sum that each output is made of, and its slope
  slopes;
  shareOf;
  // what each output has given to the gradient of which sum
  shares;
  gradientChanges;
  /** Begins at blank paper: only the first stretch. */
  begin(ink2) {
    if (this.map) this.map.add(ink2, this.line.growth);
    else this.line.growth.set(ink2);
    this.moveTo(0);
  }
  /** Finds the outputs that may change up to a place: only of the first stretch, whose sums stay the same lines. */
  lookAhead(place) {
    const { all, sources, slopes } = this;
    if (!all.isConvex) return;
    all.lookAt(this.line, place);
    this.choice = all.of(all.outputs.filter((at2) => all.sources[at2] !== sources[at2] || all.slopes[at2] !== slopes[at2]));
  }
  /** Goes to a place 0..1 of the way, after the stretch below. */
  moveTo(place) {
    const { below, choice, line } = this;
    if (below) {
      this.map?.add(below.changes.start, line.start);
      this.map?.add(below.changes.growth, line.growth);
      below.changes.clear();
    }
    choice.lookAt(line, place);
    this.follow();
  }
  /** Gives the change of the gradient to the stretch below. */
  passBack() {
    this.gradientChanges.fill(0);
    this.addChanges(this.gradientChanges, 1);
    if (this.below) this.map?.addBack(this.gradientChanges, this.below.gradient);
  }
  /** Adds how the gradient with respect to the sums has changed since the last call, times a factor. */
  addChanges(to, factor) {
    const { gradient, sources, slopes, shareOf, shares } = this;
    for (let i = 0; i < shares.length; i++) {
      const share = slopes[i] * gradient[i];
      const former = shares[i];
      const source = sources[i];
      const before2 = shareOf[i];
      shares[i] = share;
      if (source === before2) {
        if (share !== former) to[source] = to[source] + factor * (share - former);
      } else {
        to[before2] = to[before2] - factor * former;
        to[source] = to[source] + factor * share;
        shareOf[i] = source;
      }
    }
  }
  /** Returns the gradient with respect to the pixels: only of the first stretch. */
  toPixels(gradient) {
    if (!this.map) return gradient;
    const pixels = new Float64Array(this.pixels);
    this.map.addBack(gradient, pixels);
    return pixels;
  }
  /** Brings the lines of the outputs up to date. */
  follow() {
    const { sources, slopes, choice, line, outputs, changes } = this;
    for (let n = 0; n < choice.outputs.length; n++) {
      const at2 = choice.outputs[n];
      const source = choice.sources[n];
      const slope2 = choice.slopes[n];
      const start = slope2 * line.start[source];
      const growth = slope2 * line.growth[source];
      changes.start[at2] = changes.start[at2] + start - outputs.start[at2];
      changes.growth[at2] = changes.growth[at2] + growth - outputs.growth[at2];
      outputs.start[at2] = start;
      outputs.growth[at2] = growth;
      sources[at2] = source;
      slopes[at2] = slope2;
    }
  }
};

// network/gradients/windows.ts
function readings({ size, below, window: window2, stride, dilation, before: before2 }) {
  const found = Array.from({ length: below }, () => []);
  for (let position = 0; position < size; position++) {
    for (let value = 0; value < window2; value++) {
      found[position * stride - before2 + value * dilation]?.push({ position, value });
    }
  }
  return found;
}
function places(axis) {
  const found = Array.from({ length: axis.size }, () => []);
  readings(axis).forEach((read, place) => {
    for (const { position, value } of read) found[position]?.push({ place, value });
  });
  return found;
}
var ConvolutionMap = class {
  rows;
  columns;
  channels;
  // of a group, as are the filters
  filters;
  forwards;
  // (row, column, channel, filter of its group)
  backwards;
  // (filter, row, column, channel of its group)
  down;
  across;
  above;
  aside;
  /** @param kernel (filter, input channel of its group, row, column) */
  constructor(layer, input, kernel) {
    [this.rows, this.columns] = [axisOf(layer, input, 0), axisOf(layer, input, 1)];
    const [all, filters] = [planesOf(input).channels, planesOf(layer.shape).channels];
    [this.channels, this.filters] = [all / layer.groups, filters / layer.groups];
    [this.down, this.across] = [readings(this.rows), readings(this.columns)];
    [this.above, this.aside] = [places(this.rows), places(this.columns)];
    const window2 = this.rows.window * this.columns.window;
    this.forwards = new Float64Array(kernel.length);
    this.backwards = new Float64Array(kernel.length);
    kernel.forEach((weight, at2) => {
      const value = at2 % window2;
      const channel = Math.floor(at2 / window2) % this.channels;
      const filter = Math.floor(at2 / (window2 * this.channels));
      const first = Math.floor(filter / this.filters) * this.channels;
      this.forwards[(value * all + first + channel) * this.filters + filter % this.filters] = weight;
      this.backwards[(filter * window2 + value) * this.channels + channel] = weight;
    });
  }
  add(changes, sums) {
    const { rows, columns, filters, forwards } = this;
    const all = changes.length / (rows.below * columns.below);
    const outputs = sums.length / (rows.size * columns.size);
    for (let at2 = 0; at2 < changes.length; at2++) {
      const change = changes[at2];
      if (change === 0) continue;
      const channel = at2 % all;
      const place = (at2 - channel) / all;
      const column = place % columns.below;
      const first = Math.floor(channel / this.channels) * filters;
      for (const down of this.down[(place - column) / columns.below]) {
        for (const across of this.across[column]) {
          const to = (down.position * columns.size + across.position) * outputs + first;
          const from = ((down.value * columns.window + across.value) * all + channel) * filters;
          addTo(sums, to, change, forwards, from, filters);
        }
      }
    }
  }
  addBack(upstream, gradient) {
    const { rows, columns, channels, backwards } = this;
    const all = gradient.length / (rows.below * columns.below);
    const outputs = upstream.length / (rows.size * columns.size);
    for (let at2 = 0; at2 < upstream.length; at2++) {
      const value = upstream[at2];
      if (value === 0) continue;
      const filter = at2 % outputs;
      const position = (at2 - filter) / outputs;
      const column = position % columns.size;
      const first = Math.floor(filter / this.filters) * channels;
      for (const down of this.above[(position - column) / columns.size] ?? []) {
        for (const across of this.aside[column] ?? []) {
          const to = (down.place * columns.below + across.place) * all + first;
          const from = ((filter * rows.window + down.value) * columns.window + across.value) * channels;
          addTo(gradient, to, value, backwards, from, channels);
        }
      }
    }
  }
};
var MeanMap = class {
  // the windows that read each place
  constructor(layer, input, channels) {
    this.channels = channels;
    this.windows = windowsOf(layer, input);
    const { rows, columns } = planesOf(input);
    this.readers = Array.from({ length: rows * columns }, () => []);
    this.windows.forEach((read, window2) => {
      for (const place of read) this.readers[place]?.push(window2);
    });
  }
  channels;
  windows;
  // the places that each reads
  readers;
  add(changes, sums) {
    const { channels, readers, windows } = this;
    for (let at2 = 0; at2 < changes.length; at2++) {
      const change = changes[at2];
      if (change === 0) continue;
      const channel = at2 % channels;
      for (const window2 of readers[(at2 - channel) / channels]) {
        const to = window2 * channels + channel;
        sums[to] = sums[to] + change / windows[window2].length;
      }
    }
  }
  addBack(upstream, gradient) {
    const { channels, windows } = this;
    for (let at2 = 0; at2 < upstream.length; at2++) {
      const channel = at2 % channels;
      const read = windows[(at2 - channel) / channels];
      const share = upstream[at2] / read.length;
      if (share === 0) continue;
      for (const place of read) {
        gradient[place * channels + channel] = gradient[place * channels + channel] + share;
      }
    }
  }
};
function windowsOf(layer, input) {
  const { rows, columns } = planesOf(input);
  if (!layer.window) return [Array.from({ length: rows * columns }, (_, place) => place)];
  const [above, aside] = [places(axisOf(layer, input, 0)), places(axisOf(layer, input, 1))];
  return above.flatMap(
    (down) => aside.map((across) => down.flatMap(({ place }) => across.map((one) => place * columns + one.place)))
  );
}

// network/gradients/gradient_engine.ts
var DIGIT3 = [28, 28, 1];
var WEIGHTED2 = ["Conv2D", "DepthwiseConv2D", "Dense"];
var KINDS2 = [
  ...WEIGHTED2,
  "MaxPooling2D",
  "AveragePooling2D",
  "GlobalMaxPooling2D",
  "GlobalAveragePooling2D",
  "BatchNormalization",
  "PReLU",
  "Flatten"
];
var PROBABLE = ["softmax", "sigmoid", "hard_sigmoid"];
var GradientEngine = class {
  // the digit, and the output of each step
  /** Throws if a layer is of an unknown kind, or an array is missing. */
  constructor(layers, arrays) {
    this.layers = layers;
    this.arrays = arrays;
    this.logits = logitsOf(layers);
    this.steps = layers.flatMap((layer, at2) => stepsOf(layer, layers[at2 - 1]?.shape ?? DIGIT3, arrays));
    this.names = this.steps.map(({ name }) => name);
    this.values = [new Float32Array(784)];
    this.pass(new Float32Array(784));
  }
  layers;
  arrays;
  /** The name of the values that become the probabilities, as in Python; null: the network ends otherwise. */
  logits;
  steps;
  names;
  values;
  /** Sends a digit through the network: 784 values row by row, 0 paper to 1 ink. Costs the less the nearer it is to the last one. */
  run(digit) {
    this.pass(digit);
    if (!this.values.at(-1)?.every(Number.isFinite)) {
      this.reset();
      this.pass(digit);
    }
  }
  /** Forgets the last digit with all rounding errors. */
  reset() {
    for (const step of this.steps) step.reset?.();
  }
  /** Returns the values of a layer, or of `logits`: maps as (row, column, channel). The next digit overwrites them. */
  valuesOf(name) {
    return this.values[this.place(name)];
  }
  /** Returns the probabilities; the next digit overwrites them. */
  get probabilities() {
    return this.values.at(-1);
  }
  /**
   * Returns how a weighted sum of the values of a layer changes with the last digit, or with the values of a layer before it. The
   * next call overwrites it.
   *
   * @param of the layer's name, or `logits`, or what the activation of a layer is applied to (`sumsOf`)
   * @param upstream the weight of each value
   * @param at the layer's name; null: the digit
   */
  gradient(of, upstream, at2 = null) {
    let gradient = upstream;
    const first = at2 === null ? 0 : this.place(at2);
    for (let number2 = this.place(of); number2 > first; number2--) {
      const [below, output] = [this.values[number2 - 1], this.values[number2]];
      gradient = this.steps[number2 - 1].backward(below, output, gradient);
    }
    return gradient;
  }
  /**
   * Returns the mean of that gradient at the middles of equal steps from blank paper to a digit. Pauses after each step. Of networks
   * that are linear in pieces it costs a small part of sending the digit through the network at each (`straight_path.ts`). The values
   * of layers are then no longer those of the last digit.
   */
  *meanGradient(of, upstream, digit, steps) {
    const parts = partsOf(this.steps.slice(0, this.place(of)));
    return yield* parts ? meanGradientOf(parts, upstream, digit, steps) : this.meanOfPasses(of, upstream, digit, steps);
  }
  /** The same for all networks: sends each digit of the way through the network. */
  *meanOfPasses(of, upstream, digit, steps) {
    const total = new Float64Array(digit.length);
    this.reset();
    for (let step = 0; step < steps; step++) {
      const place = (step + 0.5) / steps;
      this.run(Float32Array.from(digit, (ink2) => ink2 * place));
      const gradient = this.gradient(of, upstream);
      for (let i = 0; i < total.length; i++) total[i] = total[i] + gradient[i];
      yield;
    }
    return total.map((sum) => sum / steps);
  }
  pass(digit) {
    this.values[0].set(digit);
    this.steps.forEach((step, at2) => {
      this.values[at2 + 1] = step.forward(this.values[at2]);
    });
  }
  place(name) {
    const at2 = this.names.indexOf(name);
    if (at2 < 0) throw new RangeError(name);
    return at2 + 1;
  }
};
function logitsOf(layers) {
  const last = layers.map((layer2) => KINDS2.includes(layer2.kind) || layer2.function !== "linear").lastIndexOf(true);
  const layer = layers[last];
  if (!layer || !PROBABLE.includes(layer.function)) return null;
  return WEIGHTED2.includes(layer.kind) ? sumsOf(layer.name) : layers[last - 1]?.name ?? null;
}
function stepsOf(layer, input, arrays) {
  const { name, kind, function: named2 } = layer;
  if (!WEIGHTED2.includes(kind)) return [KINDS2.includes(kind) ? stepOf(layer, input, arrays) : activation(layer)];
  if (named2 === "linear") return [stepOf(layer, input, arrays)];
  return [stepOf(layer, input, arrays, sumsOf(name)), activation(layer)];
}
function stepOf(layer, input, arrays, name = layer.name) {
  const part = (of) => arrays.float32(`${layer.name}/${of}`).data;
  const { channels } = planesOf(input);
  const [below, size] = [sizeOf(input), sizeOf(layer.shape)];
  const linear = (map, offset) => {
    const offsets = Float64Array.from({ length: size }, (_, at2) => offset[at2 % offset.length] ?? 0);
    return new Linear(name, map, below, offsets);
  };
  switch (layer.kind) {
    case "Conv2D":
    case "DepthwiseConv2D":
      return linear(new ConvolutionMap(layer, input, part("kernel")), part("bias"));
    case "Dense":
      return linear(new DenseMap(part("kernel"), channels, planesOf(layer.shape).channels), part("bias"));
    case "BatchNormalization":
      return linear(new ScaleMap(part("scale")), part("offset"));
    case "AveragePooling2D":
    case "GlobalAveragePooling2D":
      return linear(new MeanMap(layer, input, channels), new Float32Array(1));
    case "MaxPooling2D":
      return MaxPool.of(name, windowsOf(layer, input), channels, below);
    case "GlobalMaxPooling2D":
      return new GlobalMaxPool(name, channels, below);
    case "PReLU":
      return new PRelu(name, channelsLast(part("slope"), input));
    default:
      return new Pass(name);
  }
}
function activation(layer) {
  const [name, size] = [layer.name, sizeOf(layer.shape)];
  if (layer.function === "linear") return new Pass(name);
  if (layer.function === "softmax") return new Softmax(name, planesOf(layer.shape).channels, size);
  const slope2 = slopeBelowZero(layer);
  return slope2 === null ? new Activation(name, layer, size) : new Relu(name, slope2, size);
}
function sizeOf(shape2) {
  return shape2.reduce((product2, size) => product2 * size, 1);
}
function channelsLast(values2, shape2) {
  const { channels } = planesOf(shape2);
  const places2 = values2.length / channels;
  return values2.map((_, at2) => values2[at2 % channels * places2 + Math.floor(at2 / channels)]);
}

// explain/attribution/checks.ts
var FRACTIONS = Array.from({ length: 26 }, (_, at2) => at2 / 50);
var ORDERS = 10;
var CURVE_SEED = 1;
function* deletionCurve(question, values2) {
  const random = randomNumbers2(CURVE_SEED);
  const ink2 = [...question.digit.keys()].filter((at2) => question.digit[at2]);
  const own = shuffled2(ink2, random).sort((a, b) => values2[b] - values2[a]);
  const probabilities = yield* curve(question, own);
  const others = [];
  for (let order = 0; order < ORDERS; order++) others.push(yield* curve(question, shuffled2(ink2, random)));
  const means = probabilities.map((_, at2) => others.reduce((sum, one) => sum + one[at2], 0) / ORDERS);
  return { probabilities, random: others, area: areaOf(probabilities), randomArea: areaOf(means) };
}
function* curve(question, order) {
  const digit = question.digit.slice();
  const probabilities = new Float64Array(FRACTIONS.length);
  let deleted = 0;
  for (const [at2, fraction] of FRACTIONS.entries()) {
    for (const end = roundToEven(fraction * order.length); deleted < end; deleted++)
      digit[order[deleted]] = 0;
    probabilities[at2] = question.probability(digit);
    yield;
  }
  return probabilities;
}
function areaOf(values2) {
  const ends = (values2[0] + values2.at(-1)) / 2;
  return (values2.reduce((sum, value) => sum + value, 0) - ends) / (values2.length - 1);
}
function randomEngine({ layers, arrays }, seed) {
  const random = randomNumbers2(seed);
  const tensors = arrays.names.map((name) => {
    const { shape: shape2, data } = arrays.float32(name);
    return [name, { dtype: "float32", shape: shape2, data: randomArray(name, shape2, data, random) }];
  });
  return new GradientEngine(layers, Arrays.of(Object.fromEntries(tensors)));
}
function randomArray(name, shape2, data, random) {
  if (name.endsWith("/bias")) return new Float32Array(data.length);
  if (!name.endsWith("/kernel")) return Float32Array.from(shuffled2([...data], random));
  const [one = 1, other = 1, ...window2] = shape2;
  const limit2 = Math.sqrt(6 / ((one + other) * window2.reduce((product2, size) => product2 * size, 1)));
  return data.map(() => limit2 * (2 * random() - 1));
}
function rankCorrelation(one, other) {
  const [a, b] = [ranksOf(one), ranksOf(other)];
  const mean2 = (a.length + 1) / 2;
  let [both, squares, others] = [0, 0, 0];
  a.forEach((rank, at2) => {
    const [x, y] = [rank - mean2, b[at2] - mean2];
    both += x * y;
    squares += x * x;
    others += y * y;
  });
  return squares && others ? both / Math.sqrt(squares * others) : Number.NaN;
}
function ranksOf(values2) {
  const order = Array.from(values2, (_, at2) => at2).sort((a, b) => values2[a] - values2[b]);
  const ranks = new Float64Array(order.length);
  for (let first = 0, end = 0; first < order.length; first = end) {
    const value = values2[order[first]];
    while (end < order.length && values2[order[end]] === value) end++;
    for (let at2 = first; at2 < end; at2++) ranks[order[at2]] = (first + 1 + end) / 2;
  }
  return ranks;
}
function shuffled2(values2, random) {
  const result = [...values2];
  for (let last = result.length - 1; last > 0; last--) {
    const at2 = Math.floor(random() * (last + 1));
    [result[last], result[at2]] = [result[at2], result[last]];
  }
  return result;
}
function randomNumbers2(seed) {
  let state = seed;
  return () => {
    state = state + 1831565813 | 0;
    let mixed2 = Math.imul(state ^ state >>> 15, 1 | state);
    mixed2 = mixed2 + Math.imul(mixed2 ^ mixed2 >>> 7, 61 | mixed2) ^ mixed2;
    return ((mixed2 ^ mixed2 >>> 14) >>> 0) / 2 ** 32;
  };
}

// explain/attribution/question.ts
var Question = class {
  // what `fromBlank` returns
  /**
   * @param logits of the engine: their name
   * @param digit 784 values row by row, 0 paper to 1 ink
   */
  constructor(engine, logits, digit, asked) {
    this.engine = engine;
    this.logits = logits;
    this.digit = digit;
    this.asked = asked;
    this.weights = new Float64Array(engine.valuesOf(logits).length);
    this.weights[asked.target] = 1;
    if (asked.other !== null) this.weights[asked.other] = -1;
  }
  engine;
  logits;
  digit;
  asked;
  /** How much each logit counts for the score. */
  weights;
  whole = null;
  /** The score of the digit less that of blank paper. */
  get fromBlank() {
    if (this.whole === null) {
      this.engine.reset();
      const blank = this.score(new Float32Array(this.digit.length));
      this.whole = this.score(this.digit) - blank;
    }
    return this.whole;
  }
  score(digit) {
    this.engine.run(digit);
    const values2 = this.engine.valuesOf(this.logits);
    return this.weights.reduce((sum, weight, at2) => weight ? sum + weight * values2[at2] : sum, 0);
  }
  /** Returns the probability of the class. Of two classes, as if there were no others. */
  probability(digit) {
    const { target, other } = this.asked;
    if (other !== null) return 1 / (1 + Math.exp(-this.score(digit)));
    this.engine.run(digit);
    return this.engine.probabilities[target];
  }
  /** Returns the gradient of the score at a digit, or with respect to the values of a layer. The next one overwrites it. */
  gradient(digit, at2 = null) {
    this.engine.run(digit);
    return this.engine.gradient(this.logits, this.weights, at2);
  }
  /** Returns the mean gradient of the score with respect to the pixels, in equal steps from blank paper to the digit. */
  meanGradient(steps) {
    return this.engine.meanGradient(this.logits, this.weights, this.digit, steps);
  }
};

// explain/attribution/attribution.ts
var SEED = 0;
function ask(engine, digit, asked) {
  const { logits, layers } = engine;
  if (logits === null) {
    throw new CannotExplain(text("attribution-without-logits", { layer: quoted(layers.at(-1)?.name ?? "") }));
  }
  return new Question(engine, logits, digit, asked);
}
function* attribute(question, method) {
  const values2 = (yield* methodOf(method)(question)).slice();
  const whole = question.fromBlank;
  const error = whole ? Math.abs(sumOf(values2) - whole) / Math.abs(whole) : Number.POSITIVE_INFINITY;
  return { values: values2, whole, completenessError: error };
}
function* checkDeletion(question, { values: values2 }) {
  return yield* deletionCurve(question, values2);
}
function* checkWeights(question, method, map) {
  const { digit, engine, asked } = question;
  const values2 = yield* methodOf(method)(ask(randomEngine(engine, SEED), digit, asked));
  const ink2 = [...digit.keys()].filter((at2) => digit[at2] > 0);
  const onInk = (of) => ink2.map((at2) => of[at2]);
  return { values: values2, correlation: rankCorrelation(onInk(map.values), onInk(values2)) };
}
function methodOf(name) {
  const method = METHODS[name];
  if (!method) throw new RangeError(name);
  return method;
}

// explorer/sections/attribution/work.ts
var PAUSE = 80;
var Work = class {
  /**
   * @param guarded runs an action, and reports what goes wrong in it
   * @param listener hears of each outcome
   */
  constructor(guarded, listener) {
    this.guarded = guarded;
    this.listener = listener;
    this.sliced = new SlicedWork(guarded);
  }
  guarded;
  listener;
  sliced;
  engine = null;
  wish = null;
  // what is answered, being computed, or waits for the pen
  outcome = null;
  // of that wish; null: there is none yet
  rest;
  /** Whether the outcome is that of the page's own framing, and that of the notebook kernel's is being computed. */
  isRefreshing = false;
  /** Returns what is known of a wish, and computes what is not, once the pen pauses. */
  follow(wish) {
    const former = this.wish;
    if (!former || !isSameQuestion(former, wish)) {
      this.stop();
      this.wish = wish;
      const isPen = former !== null && !isSameDigit2(former.digit, wish.digit);
      this.rest = setTimeout(() => this.guarded(() => this.begin(wish)), isPen ? PAUSE : 0);
    } else if (!isEqual(former.digit, wish.digit)) {
      clearTimeout(this.rest);
      this.sliced.stop();
      this.wish = wish;
      this.isRefreshing = this.outcome !== null;
      this.rest = setTimeout(() => this.guarded(() => this.begin(wish)));
    } else if (former.checked !== wish.checked) {
      this.wish = wish;
      if (this.outcome && !this.isRefreshing && !this.sliced.isRunning) this.goOn();
    }
    return this.outcome;
  }
  /** Forgets everything. */
  stop() {
    clearTimeout(this.rest);
    this.sliced.stop();
    this.wish = this.outcome = null;
    this.isRefreshing = false;
  }
  close() {
    this.stop();
    this.sliced.close();
  }
  begin({ digit, asked, method }) {
    try {
      const question = this.question();
      this.run(attribute(question, method), (map) => {
        if (!map.values.every(Number.isFinite)) return this.show(null, text("attribution-not-finite"));
        this.show({ asked, method, digit, ...map, curve: null, check: null });
        this.goOn();
      });
    } catch (error) {
      this.refuse(error);
    }
  }
  /** Computes what is still missing. */
  goOn() {
    const { wish } = this;
    const answer = this.outcome?.answer;
    if (!wish || !answer) return;
    const map = {
      ...answer,
      values: Float64Array.from(answer.values),
      completenessError: answer.completenessError ?? 0
    };
    const question = this.question();
    if (!answer.curve) {
      this.run(checkDeletion(question, map), (curve3) => this.add({ curve: curve3 }));
    } else if (wish.checked && !answer.check) {
      this.run(
        checkWeights(question, wish.method, map),
        ({ values: values2, correlation: correlation2 }) => this.add({ check: { values: values2, correlation: Number.isNaN(correlation2) ? null : correlation2 } })
      );
    }
  }
  add(more) {
    const answer = this.outcome?.answer;
    if (!answer) return;
    this.show({ ...answer, ...more });
    this.goOn();
  }
  show(answer, problem = "") {
    this.outcome = { answer, problem };
    this.isRefreshing = false;
    this.listener(this.outcome);
  }
  /** Runs steps in slices; if they find that there is no answer, that is the outcome. */
  run(steps, done) {
    this.sliced.start(settled(steps), (result) => {
      if ("error" in result) this.refuse(result.error);
      else done(result.value);
    });
  }
  refuse(error) {
    if (!(error instanceof CannotExplain)) throw error;
    this.show(null, error.message);
  }
  question() {
    const { network, digit, asked } = this.wish;
    if (this.engine?.network !== network) {
      this.engine = { network, gradients: new GradientEngine(network.layers, network.arrays) };
    }
    return ask(this.engine.gradients, digit, asked);
  }
};
function* settled(steps) {
  try {
    return { value: yield* steps };
  } catch (error) {
    if (error instanceof CannotExplain) return { error };
    throw error;
  }
}
function isEqual(one, other) {
  return one === other || one.every((value, at2) => value === other[at2]);
}
function isSameQuestion(one, other) {
  const isSame = one.network === other.network && one.method === other.method;
  const isAsked = one.asked.target === other.asked.target && one.asked.other === other.asked.other;
  return isSame && isAsked && isSameDigit2(one.digit, other.digit);
}

// explorer/sections/attribution/index.ts
var COMPLETE2 = 5e-3;
var AttributionSection = class {
  name = "attribution";
  stage;
  form;
  work;
  isOpen = false;
  answer = null;
  // what is shown
  pointed = null;
  // the map under the pointer
  readout = element("div", "mnistviz-attribution-readout");
  maps = [text("attribution-of-weights"), text("attribution-of-random")].map(
    (name) => new MapPanel(name, { point: (strip, loud) => this.point(strip, loud) })
  );
  curve = new CurvePlot();
  status = element("div", "mnistviz-attribution-status");
  completeness = element("div");
  correlation = element("div");
  remark = element("div", "mnistviz-caption");
  check = button(text("attribution-check"), () => this.toggleCheck());
  content = element("div", "mnistviz-attribution-content");
  spoken = announcer("mnistviz-said", "polite");
  el;
  build(stage) {
    this.stage = stage;
    this.form = new Form(stage);
    this.work = new Work(stage.guarded, (outcome) => this.show(outcome, ""));
    const [map, random] = this.maps;
    const maps = element("div", "mnistviz-attribution-maps", [map.el, random.el]);
    const words = element("div", "mnistviz-attribution-words", [
      this.completeness,
      this.remark,
      this.curve.el,
      this.check,
      this.correlation
    ]);
    const colours = element("div", "mnistviz-caption", [text("attribution-colours")]);
    this.content.append(element("div", "mnistviz-attribution-pictures", [maps, colours, this.readout]), words);
    const parts = [this.form.el, this.status, this.content, this.spoken];
    this.el = new Drawer(stage, "attribution_open", text("attribution-title"), parts).el;
    this.el.classList.add("mnistviz-attribution");
    this.el.addEventListener("toggle", () => this.resize());
    stage.listen(["change:attribution_check"], () => this.showCheck());
    stage.questions.append(this.el);
    this.point(null, false);
    this.show(null, "");
  }
  compute({ network, forward, settings }) {
    if (!settings.get("attribution_open")) return null;
    const { digit, prediction, probabilities } = forward;
    const asked = askedOf(settings, forward);
    const method = settings.get("attribution_method");
    const checked = settings.get("attribution_check");
    const wish = asked && { network, digit, asked, method, checked };
    return { header: { wish, prediction, probabilities }, arrays: Arrays.of({}) };
  }
  paint(part) {
    if (!part) {
      if (this.isOpen) this.fold();
      return;
    }
    this.isOpen = true;
    const { header } = part;
    this.form.show(header.prediction, header.probabilities);
    if (!("wish" in header)) {
      this.work.stop();
      const answer = answerOfKernel(part);
      this.show({ answer, problem: header.problem }, header.former ? "attribution-former" : "");
    } else if (header.wish) {
      const outcome = this.work.follow(header.wish);
      if (outcome) this.show(outcome, "");
      else this.show({ answer: this.answer, problem: "" }, "attribution-former");
    } else {
      this.work.stop();
      this.show({ answer: null, problem: text("nothing-to-attribute") }, "");
    }
  }
  recolour() {
    for (const { strip } of this.maps) strip.recolour(this.stage.colours(true));
  }
  resize() {
    for (const map of this.maps) map.resize();
  }
  close() {
    this.work.close();
  }
  /** Nothing is computed any more; what is there is a former answer when it unfolds again. */
  fold() {
    this.isOpen = false;
    this.work.stop();
    this.show({ answer: this.answer, problem: "" }, "attribution-former");
  }
  /**
   * Shows an outcome; null: there is none yet.
   *
   * @param former the text that says why the answer is a former one; empty: it is that of what is on the screen
   */
  show(outcome, former) {
    const answer = outcome?.answer ?? null;
    const problem = outcome?.problem ?? "";
    const status = answer ? former && text(former) : problem || text("attribution-waiting");
    setText(this.status, status);
    this.status.hidden = !status;
    const appears = answer !== null && this.content.hidden;
    this.content.hidden = !answer;
    this.content.classList.toggle("mnistviz-former", former !== "");
    const present = this.work.isRefreshing ? "refreshing" : "current";
    const state = answer ? former ? "former" : present : problem ? "none" : "waiting";
    Object.assign(this.el.dataset, { state, curve: answer?.curve ? "yes" : "no", check: answer?.check ? "yes" : "no" });
    if (answer && answer !== this.answer) this.showAnswer(answer);
    if (appears) this.resize();
    this.answer = answer;
    this.showCheck();
    this.point(this.pointed, false);
  }
  showAnswer(answer) {
    const { asked, method, digit, values: values2, whole, completenessError, check } = answer;
    const isNew = values2 !== this.answer?.values;
    const question = questionWords(asked, this.stage.model.get("classes"));
    const colours = this.stage.colours(true);
    const [map, random] = this.maps;
    if (isNew) map.show(question, values2, digit, colours);
    if (check && check !== this.answer?.check) {
      random.show(text("attribution-random-map", { question }), check.values, digit, colours);
      const value = check.correlation === null ? "none" : rounded(check.correlation, 2);
      setText(this.correlation, text("attribution-correlation", { value }));
    }
    this.curve.show(question, answer.curve);
    setText(this.remark, text("attribution-remark", { method }));
    const isComplete = completenessError !== null && completenessError <= COMPLETE2;
    const sums = { sum: compact(sumOf(Float64Array.from(values2))), whole: compact(whole) };
    const error = completenessError === null ? "none" : percent(completenessError);
    const promise = method === "integrated_gradients";
    setText(
      this.completeness,
      promise ? text("attribution-completeness", { ...sums, good: isComplete ? "yes" : "no", error }) : ""
    );
    if (!isNew) return;
    const name = text("attribution-method-name", { method });
    setText(this.spoken, text("attribution-spoken", { question, method: name, range: map.words }));
  }
  showCheck() {
    const isOn = this.stage.model.get("attribution_check");
    const check = this.answer?.check ?? null;
    this.check.setAttribute("aria-pressed", String(isOn));
    const [, random] = this.maps;
    random.el.hidden = !isOn || !check;
    this.correlation.hidden = !isOn;
    if (isOn && !check) setText(this.correlation, text("attribution-check-waiting"));
    if (!random.el.hidden) random.resize();
  }
  toggleCheck() {
    const { model } = this.stage;
    save(model, "attribution_check", !model.get("attribution_check"));
  }
  point(strip, loud) {
    this.pointed = strip;
    const value = strip?.read();
    const isFormer = this.el.dataset.state === "former";
    const former = value && isFormer ? text("attribution-former-value", { value }) : value;
    showReading(this.readout, former || text("attribution-point"), loud);
  }
};

// explorer/sections/beside/answer_card.ts
var AnswerCard = class {
  /** @param name of the digit among the arrays of the section */
  constructor(name) {
    this.name = name;
    this.canvas.setAttribute("aria-hidden", "true");
    const words = element("div", "", [this.title, this.answer, this.note]);
    this.el = element("div", "mnistviz-compared-answer", [this.canvas, words]);
    this.el.dataset.answer = name;
  }
  name;
  el;
  canvas = element("canvas", "mnistviz-paper");
  title = element("div");
  note = element("div", "mnistviz-caption");
  answer = element("span", "mnistviz-number");
  /** The answer in words. */
  get reading() {
    return this.answer.textContent ?? "";
  }
  show(title, note, answer, digit, isOtherwise) {
    const { label, confidence } = answer;
    setText(this.title, title);
    setText(this.note, note);
    setText(this.answer, label === null ? text("blank-paper") : `${label}, ${percent(confidence)}`);
    this.el.classList.toggle("mnistviz-otherwise", isOtherwise);
    const [height = 1, width = 1, channels] = digit.shape;
    (channels ? paintPicture : paintInk)(this.canvas, digit.data, width, height);
    this.canvas.classList.toggle("mnistviz-paper", !channels);
  }
};

// explorer/sections/beside/layer_choice.ts
var LayerChoice = class {
  // radio buttons of other explorers have other names
  /** @param choose hears of the layer that the user wants to see */
  constructor(choose) {
    this.choose = choose;
    this.el.setAttribute("role", "radiogroup");
    this.el.setAttribute("aria-label", text("beside-layers"));
    this.el.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow") || isLetter(event)) event.stopPropagation();
    });
  }
  choose;
  el = element("div", "mnistviz-compared-layers");
  rows = [];
  group = Math.random().toString(36).slice(2);
  /**
   * @param most the layer that differs most
   * @param shown the layer that is shown
   */
  show(layers, most, shown) {
    if (layers.map(({ name }) => name).join("\n") !== this.rows.map(({ name }) => name).join("\n")) {
      this.rows = layers.map(({ name, title }) => new Row(this.group, name, title, () => this.choose(name)));
      this.el.replaceChildren(...this.rows.map(({ el }) => el));
    }
    const largest2 = Math.max(...layers.map(({ relative }) => relative), 0);
    this.rows.forEach((row, i) => {
      const relative = layers[i]?.relative ?? 0;
      row.show(relative, largest2 ? relative / largest2 : 0, row.name === most, row.name === shown);
    });
  }
};
var Row = class {
  constructor(group, name, title, onChoose) {
    this.name = name;
    Object.assign(this.radio, { type: "radio", name: group, value: name });
    this.radio.addEventListener("change", onChoose);
    const track = element("span", "mnistviz-track", [this.fill]);
    const label = element("span", "mnistviz-compared-name", [title]);
    label.title = title;
    this.el = element("label", "mnistviz-compared-layer", [this.radio, label, track, this.share]);
    this.el.dataset.compared = name;
  }
  name;
  el;
  radio = element("input");
  fill = element("span", "mnistviz-fill");
  share = element("span", "mnistviz-number");
  /** @param length of the bar, of 1 */
  show(relative, length, isMost, isShown2) {
    setText(this.share, text("beside-share", { share: String(Math.round(100 * relative)) }));
    this.fill.style.transform = `scaleX(${length})`;
    this.el.classList.toggle("mnistviz-winner", isMost);
    if (this.radio.checked !== isShown2) this.radio.checked = isShown2;
  }
};

// explorer/sections/beside/triptych.ts
var HEIGHT = 124;
var UNIT_HEIGHT = 14;
var UNITS_ACROSS2 = 32;
var NUMBER_HEIGHT = 24;
var NUMBERS_ACROSS = 5;
var Triptych = class {
  // the layer that the panels are made for
  constructor(stage) {
    this.stage = stage;
  }
  stage;
  el = element("div", "mnistviz-triptych");
  panels = [];
  shown = "";
  /** Shows a layer; null: there is none. `both` has the values of the first, then those of the second. */
  show(layer, both) {
    this.el.hidden = !layer;
    if (!layer || !both) return;
    if (this.shown !== JSON.stringify(layer)) this.make(layer);
    const count = both.length / 2;
    const [first, second] = [both.slice(0, count), both.slice(count)];
    const difference = second.map((value, i) => value - (first[i] ?? 0));
    const { codes, ...range3 } = encodeLayer(both, null, layer.signed, "layer");
    const apart = encodeLayer(difference, null, true, "layer");
    const [one, other, last] = this.panels;
    one?.show(codes.slice(0, count), range3, first, this.stage.colours(layer.signed));
    other?.show(codes.slice(count), range3, second, this.stage.colours(layer.signed));
    last?.show(apart.codes, apart, difference, this.stage.colours(true));
  }
  recolour() {
    for (const { strip } of this.panels) strip.recolour(this.stage.colours(strip.layer.signed));
  }
  resize() {
    for (const panel of this.panels) panel.resize();
  }
  make(layer) {
    this.shown = JSON.stringify(layer);
    const names = [text("beside-first"), text("beside-second"), text("beside-difference")];
    this.panels = names.map((which, i) => {
      const name = text("beside-layer-of", { layer: layer.title, which });
      const strip = new Strip(
        { ...layer, name, title: name, signed: layer.signed || i === 2 },
        { point: this.stage.point }
      );
      strip.canvas.setAttribute("aria-label", text("digit-keys", { digit: name }));
      return new Panel2(which, strip);
    });
    this.el.replaceChildren(...this.panels.map(({ el }) => el));
    this.resize();
  }
};
var Panel2 = class {
  constructor(which, strip) {
    this.strip = strip;
    const title = element("div", "mnistviz-triptych-title", [which, this.range]);
    this.el = element("div", "mnistviz-triptych-panel", [title, strip.canvas]);
  }
  strip;
  el;
  range = element("span", "mnistviz-range");
  show(codes, { low, high }, values2, table) {
    this.strip.show(codes, { low, high }, table);
    this.strip.values = values2;
    setText(this.range, rangeText(low, high));
  }
  resize() {
    const { strip } = this;
    const width = this.el.clientWidth;
    if (!width) return;
    const sizes = sizesOf(strip.layer.shape);
    if (sizes.isMaps) {
      const { across, pitch } = fitted(sizes, width, HEIGHT);
      strip.resize(across * pitch, 0, across);
    } else if (sizes.channels <= FEW_UNITS) strip.resize(width, NUMBER_HEIGHT, NUMBERS_ACROSS);
    else strip.resize(width, UNIT_HEIGHT, UNITS_ACROSS2);
  }
};

// explorer/sections/beside/index.ts
var INTERVAL = 50;
var BesideSection = class {
  name = "beside";
  stage;
  layers;
  triptych;
  header = null;
  // of what is shown
  answers = [new AnswerCard("first"), new AnswerCard("second")];
  hint = element("div", "mnistviz-caption", [text("beside-nothing-kept")]);
  remarks = element("div", "mnistviz-caption");
  content = element("div");
  spoken = announcer("mnistviz-said", "polite");
  build(stage) {
    this.stage = stage;
    const { model } = stage;
    const compared2 = model.get("beside");
    this.layers = new LayerChoice((name) => save(model, "beside_layer", name));
    this.triptych = new Triptych(stage);
    const [first, second] = this.answers;
    const answers = element("div", "mnistviz-compared-answers", [first.el, second.el]);
    answers.setAttribute("role", "group");
    answers.setAttribute("aria-label", text("beside-answers"));
    this.content.append(answers, this.remarks, this.layers.el, this.triptych.el);
    this.content.hidden = true;
    const isDrawing = compared2 === "drawing";
    const keep = button(text("beside-keep"), () => save(model, "kept", model.get("kept") + 1));
    const parts = [...isDrawing ? [keep, this.hint] : [], this.content, this.spoken];
    const { el } = new Drawer(stage, "beside_open", text("beside-title"), parts);
    el.classList.add("mnistviz-compared");
    el.addEventListener("toggle", () => this.triptych.resize());
    stage.tools.after(el);
  }
  compute(state) {
    return state.partOfKernel(this.name);
  }
  paint(part) {
    if (part && part.header === this.header) return;
    this.header = part?.header ?? null;
    this.content.hidden = !part;
    this.hint.hidden = part !== null;
    if (!part) return;
    const { names, notes, answers, layers, most, remarks, shown } = part.header;
    const isOtherwise = answers[0].label !== answers[1].label;
    for (const [i, card] of this.answers.entries()) {
      const note = notes[0] === notes[1] ? "" : notes[i] ?? "";
      card.show(names[i] ?? "", note, answers[i], part.arrays.uint8(card.name), isOtherwise && i === 1);
    }
    setText(this.remarks, remarks.join(" "));
    this.layers.show(layers, most, shown?.name ?? null);
    this.triptych.show(shown, shown && part.arrays.float32("values").data);
  }
  describe() {
    const { header } = this;
    if (!header) return;
    const [first, second] = header.names;
    const [answer, other] = this.answers.map(({ reading }) => reading);
    setText(this.spoken, text("beside-spoken", { first, second, answer, other, remark: header.remarks[0] ?? "" }));
  }
  kernelInterval() {
    return this.header && this.stage.model.get("beside_open") ? INTERVAL : SELDOM;
  }
  recolour() {
    this.triptych?.recolour();
  }
  resize() {
    this.triptych?.resize();
  }
};

// explorer/sections/choice.ts
var ChoiceSection = class {
  name = "choice";
  stage;
  count = element("div", "mnistviz-choice-count");
  canvas = element("canvas", "mnistviz-paper");
  boxes = element("div", "mnistviz-choice-boxes");
  el = element("div", "mnistviz-choice", [
    this.count,
    element("div", "mnistviz-choice-picture", [this.canvas, this.boxes])
  ]);
  build(stage) {
    this.stage = stage;
    this.count.setAttribute("role", "status");
    this.boxes.setAttribute("role", "group");
    this.boxes.setAttribute("aria-label", text("digits-to-choose"));
    this.canvas.setAttribute("aria-hidden", "true");
    this.el.hidden = true;
    stage.layers.prepend(this.el);
  }
  compute(state) {
    return state.partOfKernel(this.name);
  }
  paint(part) {
    this.el.hidden = !part;
    if (!part) {
      setText(this.count, "");
      return;
    }
    const { chosen, boxes } = part.header;
    const { shape: shape2, data } = part.arrays.uint8("picture");
    const [height = 1, width = 1] = shape2;
    paintInk(this.canvas, data, width, height);
    setText(
      this.count,
      text("several-digits", { count: String(boxes.length), number: chosen === null ? "none" : String(chosen + 1) })
    );
    if (this.boxes.children.length !== boxes.length) this.frame(boxes.length);
    for (const [index, box] of boxes.entries()) this.place(index, box, index === chosen);
  }
  settle(part, isCurrent) {
    if (part && isCurrent) this.paint(part);
  }
  frame(count) {
    this.boxes.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const name = text("digit-of-several", { number: String(index + 1), count: String(count) });
        return button("", () => this.stage.send({ kind: "choose", index }), name);
      })
    );
  }
  place(index, [left, top, right, bottom], isChosen) {
    const frame3 = this.boxes.children[index];
    const share = (fraction) => `${100 * fraction}%`;
    Object.assign(frame3.style, {
      left: share(left),
      top: share(top),
      width: share(right - left),
      height: share(bottom - top)
    });
    frame3.setAttribute("aria-pressed", String(isChosen));
  }
};

// explorer/sections/counterfactual/choices.ts
var KINDS3 = ["add", "remove", "noise"];
var Choices = class {
  /** @param others stand beside the choices */
  constructor(stage, others) {
    this.stage = stage;
    const { model } = stage;
    this.kind.append(...KINDS3.map((kind) => option2(kind, text("change-kind-of", { kind }))));
    const classes = model.get("classes").map((name, number2) => option2(String(number2), name));
    this.target.append(option2("", text("change-runner-up")), ...classes);
    this.kind.addEventListener("change", () => save(model, "change_kind", KINDS3[this.kind.selectedIndex] ?? "add"));
    this.target.addEventListener("change", () => {
      const { value } = this.target;
      save(model, "change_target", value === "" ? null : Number(value));
    });
    this.el = element("div", "mnistviz-change-choices", [
      element("label", "", [text("change-kind"), this.kind]),
      element("label", "", [text("change-target"), this.target]),
      ...others
    ]);
    stage.listen(["change:change_kind", "change:change_target"], () => this.show());
    this.show();
  }
  stage;
  el;
  kind = element("select");
  target = element("select");
  show() {
    const { model } = this.stage;
    this.kind.value = model.get("change_kind");
    this.target.value = String(model.get("change_target") ?? "");
  }
};
function option2(value, label) {
  const made = element("option", "", [label]);
  made.value = value;
  return made;
}

// explorer/sections/counterfactual/overlay.ts
var Overlay = class {
  el = svg("svg", "mnistviz-suggestion");
  constructor() {
    this.el.setAttribute("viewBox", `0 0 ${PAPER_SIDE} ${PAPER_SIDE}`);
    this.el.setAttribute("aria-hidden", "true");
  }
  /** @param width of the lines, in pad pixels */
  show(pad2, kind, lines, width) {
    this.el.dataset.kind = kind;
    this.el.replaceChildren(
      ...lines.map((line) => lineOf3(line, "mnistviz-suggested-ink", width)),
      ...lines.map((line) => lineOf3(line, "mnistviz-suggested-line", kind === "add" ? width / 5 : width))
    );
    if (this.el.parentElement !== pad2) pad2.append(this.el);
  }
  hide() {
    this.el.remove();
  }
};
function lineOf3(line, className, width) {
  const made = svg("line", className);
  for (const [i, name] of ["x1", "y1", "x2", "y2"].entries()) made.setAttribute(name, String(line[i]));
  made.setAttribute("stroke-width", String(width));
  return made;
}

// explorer/sections/counterfactual/pictures.ts
var SIDE7 = 84;
var Pictures = class {
  constructor(stage) {
    this.stage = stage;
    this.before = new Card2("digit", text("change-digit"), stage, false);
    this.change = new Card2("change", text("change-itself"), stage, true);
    this.after = new Card2("changed", text("change-changed"), stage, false);
    this.el = element("div", "mnistviz-change-pictures", [this.before.el, this.change.el, this.after.el]);
  }
  stage;
  el;
  before;
  change;
  after;
  /** @param digits float32 (2, 28, 28): the digit and the changed digit  @param isNoise the colours reach only to its largest change */
  show(digits, readings2, isNoise) {
    const half = digits.length / 2;
    const [digit, changed] = [digits.slice(0, half), digits.slice(half)];
    this.before.showInk(digit, readings2[0] ?? []);
    this.after.showInk(changed, readings2[1] ?? []);
    const difference = changed.map((value, i) => value - (digit[i] ?? 0));
    this.change.showChange(difference, isNoise, this.stage.colours(true));
  }
  /** What is read in both, in words. */
  get words() {
    return { before: this.before.words, after: this.after.words };
  }
  recolour() {
    this.change.strip.recolour(this.stage.colours(true));
  }
  resize() {
    for (const { strip } of [this.before, this.change, this.after]) strip.resize(SIDE7, SIDE7);
  }
};
var Card2 = class {
  el;
  strip;
  lines = element("div", "mnistviz-change-readings");
  constructor(name, title, stage, isSigned) {
    const layer = { name: title, title, shape: [28, 28], signed: isSigned };
    this.strip = new Strip(layer, { point: stage.point });
    const { canvas } = this.strip;
    canvas.setAttribute("aria-label", text("digit-keys", { digit: title }));
    canvas.classList.toggle("mnistviz-paper", !isSigned);
    this.el = element("div", "mnistviz-change-picture", [element("div", "", [title]), canvas, this.lines]);
    this.el.dataset.picture = name;
  }
  get words() {
    return [...this.lines.children].map(({ textContent }) => textContent).join(", ");
  }
  showInk(ink2, readings2) {
    const codes = Uint8Array.from(ink2, (value) => codeOf(value, 1, false));
    this.strip.show(codes, { low: [0], high: [1] }, PAPER);
    this.strip.values = ink2;
    const lines = readings2.map(({ label, share }) => text("change-reading", { label, share: percent(share) }));
    this.write(lines);
  }
  showChange(change, isNoise, table) {
    const { codes, low, high } = isNoise ? encodeLayer(change, null, true, "layer") : overInk(change);
    this.strip.show(codes, { low, high }, table);
    this.strip.values = change;
    this.write([text("range", { low: compact(low[0] ?? 0), high: compact(high[0] ?? 0) })]);
  }
  write(lines) {
    while (this.lines.children.length < lines.length) this.lines.append(element("div"));
    for (const [i, line] of [...this.lines.children].entries()) setText(line, lines[i] ?? "");
  }
};
function overInk(change) {
  return { codes: Uint8Array.from(change, (value) => codeOf(value, 1, true)), low: [-1], high: [1] };
}

// explorer/sections/counterfactual/index.ts
var CounterfactualSection = class {
  constructor(makeSearcher) {
    this.makeSearcher = makeSearcher;
  }
  makeSearcher;
  name = "counterfactual";
  stage;
  searcher;
  pictures;
  shown = null;
  digits = null;
  // of the pictures
  isSaid = true;
  // the result has been told to screen readers
  overlay = new Overlay();
  bar = element("progress");
  look = button(text("change-look"), () => this.searcher.look());
  stop = button(text("change-stop"), () => this.searcher.stop());
  take = button(text("change-take"), () => this.takeIt());
  problem = element("div", "mnistviz-change-problem");
  title = element("div", "mnistviz-change-title");
  stale = element("div", "mnistviz-change-stale", [text("change-stale")]);
  remarks = element("div");
  taking = element("span");
  offer = element("div", "mnistviz-change-offer", [this.take, this.taking]);
  result = element("div", "mnistviz-change-result");
  spoken = announcer("mnistviz-said", "polite");
  build(stage) {
    this.stage = stage;
    this.searcher = this.makeSearcher(stage, (part) => this.showNews(part));
    const { el } = new Drawer(stage, "change_open", text("change-heading"), this.parts());
    el.classList.add("mnistviz-change");
    el.addEventListener("toggle", () => this.resize());
    stage.questions.append(el);
  }
  compute(state) {
    return this.searcher.compute(state);
  }
  paint(part) {
    this.shown = part;
    const { progress, problem, result } = part?.header ?? { progress: null, problem: "", result: null };
    this.showSearch(progress);
    if (setText(this.problem, problem) && problem) this.isSaid = false;
    this.result.hidden = !result;
    if (!part || !result) {
      this.overlay.hide();
      return;
    }
    const { kind, holds, strokes, width } = result;
    if (setText(this.title, result.title) || progress !== null) this.isSaid = false;
    this.stale.hidden = holds;
    this.offer.hidden = !holds;
    this.result.classList.toggle("mnistviz-former", !holds);
    const { data } = part.arrays.float32("digits");
    if (data !== this.digits) this.pictures.show(data, result.readings, kind === "noise");
    this.digits = data;
    setText(this.remarks, result.remarks.join(" "));
    setText(this.taking, `${text("change-on-pad", { kind })} ${result.taking}`);
    if (holds && kind !== "noise") this.overlay.show(this.stage.pad, kind, strokes, width);
    else this.overlay.hide();
  }
  describe() {
    const header = this.shown?.header;
    if (!header || header.progress !== null || this.isSaid) return;
    this.isSaid = true;
    const { problem, result } = header;
    if (problem) setText(this.spoken, problem);
    else if (result?.holds) {
      const { title, taking } = result;
      setText(this.spoken, text("change-spoken", { title, ...this.pictures.words, taking }));
    }
  }
  recolour() {
    this.pictures?.recolour();
  }
  resize() {
    this.pictures?.resize();
  }
  close() {
    this.searcher.close();
    this.overlay.hide();
  }
  parts() {
    const { stage } = this;
    this.pictures = new Pictures(stage);
    this.pictures.resize();
    this.bar.max = 1;
    this.bar.setAttribute("aria-label", text("change-progress"));
    const choices = new Choices(stage, [this.look, this.bar, this.stop]);
    this.result.append(this.title, this.stale, this.pictures.el, this.remarks, this.offer);
    this.paint(null);
    return [choices.el, this.problem, this.result, this.spoken];
  }
  showSearch(progress) {
    const hadFocus = [this.look, this.stop].some((one) => one === document.activeElement);
    const isRunning = progress !== null;
    this.look.hidden = isRunning;
    this.stop.hidden = this.bar.hidden = !isRunning;
    this.bar.value = progress ?? 0;
    if (hadFocus) (isRunning ? this.stop : this.look).focus({ preventScroll: true });
  }
  /** Shows what the page has computed while the pen rests. */
  showNews(part) {
    this.paint(part);
    this.describe();
  }
  takeIt() {
    this.searcher.take();
    this.look.focus({ preventScroll: true });
  }
};

// explorer/sections/counterfactual/kernel_searcher.ts
var NEAR = 1e-3;
var KernelSearcher = class {
  constructor(stage) {
    this.stage = stage;
  }
  stage;
  compute(state) {
    if (!state.settings.get("change_open")) return null;
    const part = state.partOfKernel("counterfactual");
    const result = part?.header.result;
    if (!part || !result?.holds || isOf2(state, result, part.arrays.float32("digits").data)) return part;
    return { header: { ...part.header, result: { ...result, holds: false } }, arrays: part.arrays };
  }
  look() {
    this.send("look");
  }
  stop() {
    this.send("stop");
  }
  take() {
    this.send("take");
  }
  close() {
  }
  send(kind) {
    this.stage.send({ kind });
  }
};
function isOf2({ forward, framing }, { place }, digits) {
  const { scale, left, top } = framing.onPaper;
  const isThere = [scale, left, top].every((value, i) => Math.abs(value - (place[i] ?? 0)) < NEAR);
  return isThere && forward.digit.every((value, i) => Math.abs(value - (digits[i] ?? 0)) < NEAR);
}

// explorer/sections/framing.ts
var FramingSection = class {
  name = "framing";
  stage;
  drawer;
  cards = [];
  photo = element("div", "mnistviz-framing-steps mnistviz-framing-photo");
  answers = [];
  lesson = element("div");
  given = element("div", "mnistviz-caption");
  warning = element("span");
  partly = element("div", "mnistviz-partly", [this.warning]);
  spoken = announcer("mnistviz-framing-spoken", "polite");
  isShown = false;
  build(stage) {
    this.stage = stage;
    const { model } = stage;
    const words = (step) => text("framing-step", { step });
    const switches = model.get("step_names").map((name) => new Card3(name, words(name), (isOn) => this.switch(name, isOn)));
    this.cards = [new Card3("ink", words("ink"), null), ...switches];
    const classes = model.get("classes");
    this.answers = [
      new Answer2("every", text("framed-with-every"), classes),
      new Answer2("chosen", text("framed-as-chosen"), classes),
      new Answer2("none", text("framed-with-none"), classes)
    ];
    this.partly.append(button(text("all-steps-on"), () => this.switchAllOn(), text("all-steps-on-aloud")));
    const answers = element(
      "div",
      "mnistviz-framed-answers",
      this.answers.map(({ el }) => el)
    );
    answers.setAttribute("role", "group");
    answers.setAttribute("aria-label", text("framed-in-three-ways"));
    const cards = element(
      "div",
      "mnistviz-framing-steps",
      this.cards.map(({ el }) => el)
    );
    this.lesson.append(this.photo, cards, answers);
    this.drawer = new Drawer(stage, "framing_open", text("framing-title"), [this.given, this.lesson, this.spoken]);
    this.drawer.el.classList.add("mnistviz-lesson");
    stage.tools.after(element("div", "", [this.partly, this.drawer.el]));
    stage.listen(["change:steps_off"], () => this.showSwitches());
    this.showSwitches();
  }
  compute(state) {
    if (!state.settings.get("framing_open")) return null;
    const { given } = state.framing;
    if (given !== null) return { header: { given, photo: [], steps: [], answers: [] }, arrays: Arrays.of({}) };
    const comparison = compared(state);
    if (!comparison) return state.partOfKernel(this.name);
    const { photo, steps } = comparison;
    const pictures = {};
    for (const step of photo) pictures[`photo/${step.name}`] = codesOf(step.image, framing_default.lesson_side);
    for (const step of steps) pictures[`steps/${step.name}`] = codesOf(step.image, framing_default.lesson_side);
    const answers = this.answers.map(({ name }) => {
      const { digit, prediction, confidence } = comparison[name];
      pictures[`answers/${name}`] = codesOf(digitImage(digit), DIGIT_SIDE);
      return { prediction, confidence };
    });
    return { header: { given: "", photo, steps, answers }, arrays: Arrays.of(pictures) };
  }
  paint(part) {
    this.isShown = part !== null;
    if (!part) return;
    const { given, photo, steps, answers } = part.header;
    setText(this.given, given && text("framing-given", { picture: given }));
    this.lesson.hidden = given !== "";
    this.photo.hidden = !photo.length;
    this.photo.replaceChildren(...photo.map((step) => this.photoCard(step, part.arrays)));
    this.cards.forEach((card, i) => {
      const step = steps[i];
      card.show(step?.text ?? "", step ? part.arrays.uint8(`steps/${step.name}`) : null);
    });
    this.answers.forEach((answer, i) => {
      const reading = answers[i];
      if (!reading) return;
      answer.show(reading, part.arrays.uint8(`answers/${answer.name}`), reading.prediction !== answers[0]?.prediction);
    });
  }
  describe() {
    const answers = this.answers.map((answer) => answer.words).join("; ");
    if (this.isShown) setText(this.spoken, this.given.textContent || answers);
  }
  photoCard(step, arrays) {
    const card = new Card3(step.name, step.name, null);
    card.show(step.text, arrays.uint8(`photo/${step.name}`));
    return card.el;
  }
  switch(name, isOn) {
    const { model } = this.stage;
    const off = new Set(model.get("steps_off"));
    if (isOn) off.delete(name);
    else off.add(name);
    const inOrder = model.get("step_names").filter((step) => off.has(step));
    save(model, "steps_off", inOrder);
  }
  switchAllOn() {
    save(this.stage.model, "steps_off", []);
    this.drawer.focus();
  }
  showSwitches() {
    const { model } = this.stage;
    const off = model.get("steps_off");
    for (const card of this.cards) card.check(!off.includes(card.name));
    this.partly.hidden = !off.length;
    const isOff = off.length === model.get("step_names").length;
    const steps = off.map((step) => text("framing-step", { step })).join(", ");
    setText(this.warning, isOff ? text("framing-off") : text("framing-partly-off", { steps }));
  }
};
var Card3 = class {
  constructor(name, words, onSwitch) {
    this.name = name;
    const label = element("label", "", [words]);
    this.box.type = "checkbox";
    this.box.addEventListener("change", () => onSwitch?.(this.box.checked));
    if (onSwitch) label.prepend(this.box);
    this.canvas.setAttribute("aria-hidden", "true");
    this.el = element("div", "mnistviz-framing-step", [label, this.canvas, this.text]);
    this.el.dataset.step = name;
  }
  name;
  el;
  canvas = element("canvas", "mnistviz-paper");
  text = element("div", "mnistviz-caption");
  box = element("input");
  check(isOn) {
    this.box.checked = isOn;
  }
  show(what, picture) {
    setText(this.text, what);
    paintPicture2(this.canvas, picture);
  }
};
var Answer2 = class {
  constructor(name, how, classes) {
    this.name = name;
    this.how = how;
    this.classes = classes;
    this.canvas.setAttribute("aria-hidden", "true");
    this.el = element("div", "mnistviz-framed-answer", [this.canvas, element("div", "", [`${how}: `, this.reading])]);
    this.el.dataset.answer = name;
  }
  name;
  how;
  classes;
  el;
  canvas = element("canvas", "mnistviz-paper");
  reading = element("span", "mnistviz-number");
  get words() {
    return `${this.how}: ${this.reading.textContent}`;
  }
  show({ prediction, confidence }, picture, isOtherwise) {
    setText(
      this.reading,
      prediction === null ? text("blank-paper") : `${this.classes[prediction] ?? prediction}, ${percent(confidence)}`
    );
    this.el.classList.toggle("mnistviz-otherwise", isOtherwise);
    paintPicture2(this.canvas, picture);
  }
};
function paintPicture2(canvas, picture) {
  const [height = 1, width = 1] = picture?.shape ?? [];
  paintInk(canvas, picture?.data ?? new Uint8Array(1), width, height);
}

// explain/answer_history.ts
var MOST_MOMENTS = 120;
var MOST_ENDS = 60;
function strokeEnds({ strokes }) {
  let end = 0;
  return strokes.map((stroke) => {
    end += stroke.length;
    return end;
  });
}
function momentsOf(drawing) {
  const every = strokeEnds(drawing);
  const ends = every.length > MOST_ENDS ? every.slice(-1) : every;
  const total = pointsOf(drawing);
  let stride = 1;
  while (Math.floor(total / stride) + ends.filter((end) => end % stride > 0).length > MOST_MOMENTS) stride *= 2;
  const moments = new Set(ends);
  for (let points = stride; points <= total; points += stride) moments.add(points);
  return [...moments].sort((a, b) => a - b);
}
function flipsOf(readings2) {
  const flips = [];
  let before2 = null;
  for (const { points, prediction } of readings2) {
    if (prediction === null) continue;
    if (before2 !== null && before2 !== prediction) flips.push({ points, before: before2, after: prediction });
    before2 = prediction;
  }
  return flips;
}
var AnswerHistory = class {
  drawing = blankDrawing();
  wanted = EVERY_STEP;
  network = null;
  moments = [];
  known = /* @__PURE__ */ new Map();
  path = new PenPath();
  /** Goes on with a drawing, steps of framing and a network; forgets what does not hold for them. Returns whether any is new. */
  follow(drawing, wanted, network) {
    if (drawing === this.drawing && areSameSteps(wanted, this.wanted) && network === this.network) return false;
    const isSame = network === this.network && areSameSteps(wanted, this.wanted) && drawing.brush === this.drawing.brush;
    const shared = isSame ? sharedPoints(this.drawing, drawing) : 0;
    const isNew = !isSame || shared < Math.max(pointsOf(this.drawing), pointsOf(drawing));
    for (const points of this.known.keys()) if (points > shared) this.known.delete(points);
    Object.assign(this, { drawing, wanted, network, moments: momentsOf(drawing) });
    return isNew;
  }
  /** What is known, in order. */
  get readings() {
    return this.moments.map((points) => this.known.get(points)).filter((reading) => reading !== void 0);
  }
  get isComplete() {
    return this.moments.every((points) => this.known.has(points));
  }
  /** Computes what is missing, a moment at each step. Give it up before the drawing changes. */
  *complete() {
    const { drawing, wanted, network, path, known } = this;
    if (!network) return;
    for (const points of this.moments) {
      if (known.has(points)) continue;
      const digit = digitOf(frameScene(path.update(until(drawing, points)), null, wanted));
      const { probabilities, prediction } = forwardOf(digit, network.run(digit));
      known.set(points, { points, probabilities: probabilities.slice(), prediction });
      yield;
    }
  }
};
function sharedPoints(one, other) {
  let shared = 0;
  for (const [index, stroke] of one.strokes.entries()) {
    const second = other.strokes[index] ?? [];
    let same = 0;
    while (same < Math.min(stroke.length, second.length) && isSamePoint(stroke[same], second[same])) same++;
    shared += same;
    if (same < Math.max(stroke.length, second.length)) break;
  }
  return shared;
}
function isSamePoint(one, other) {
  return one === other || one !== void 0 && other !== void 0 && one[0] === other[0] && one[1] === other[1];
}

// explorer/sections/history/moment_slider.ts
var MomentSlider = class {
  el;
  range = element("input");
  value = element("span", "mnistviz-history-value");
  /** @param rewind goes to a moment, in points of the drawing; null: now */
  constructor(rewind) {
    const { range: range3 } = this;
    range3.type = "range";
    range3.min = "0";
    range3.step = "1";
    range3.dataset.lmSuppressShortcuts = "true";
    range3.setAttribute("aria-label", text("history-moment"));
    range3.addEventListener("input", () => rewind(range3.value === range3.max ? null : Number(range3.value)));
    this.value.setAttribute("aria-hidden", "true");
    this.el = element("div", "mnistviz-moment-slider", [this.range, this.value]);
  }
  /**
   * @param scene what is on the paper
   * @param answer what the network reads at that moment; empty: it is not computed
   */
  show({ drawing, moment }, answer) {
    const { range: range3 } = this;
    const total = pointsOf(drawing);
    const points = moment ?? total;
    range3.max = String(total);
    range3.value = String(points);
    const where = { points: String(points), total: String(total) };
    const words = answer ? text("history-point-and-answer", { ...where, answer }) : text("history-point", where);
    range3.setAttribute("aria-valuetext", words);
    setText(this.value, words);
  }
};

// explorer/sections/history/areas.ts
var MOST_AREAS = 10;
var NAMED2 = 0.3;
var WIDE = 4;
var MARGIN = 4;
var NEARLY = 0.95;
function shownClasses2(readings2) {
  const count = readings2[0]?.probabilities.length ?? 0;
  const most = (which) => Math.max(...readings2.map(({ probabilities }) => probabilities[which] ?? 0));
  const all = Array.from({ length: count }, (_, which) => ({ which, most: most(which) }));
  const best = all.sort((a, b) => b.most - a.most || a.which - b.which).slice(0, MOST_AREAS);
  return best.map(({ which }) => which).sort((a, b) => a - b);
}
function areasOf(readings2, total) {
  const [first] = readings2;
  if (!first) return [];
  const shown = shownClasses2(readings2);
  const moments = [{ ...first, points: 0 }, ...readings2];
  const xs = moments.map(({ points }) => 100 * points / total);
  let floor = moments.map(() => 0);
  const areas = [];
  const add = (which, heights) => {
    const top = floor.map((low, i) => Math.min(low + (heights[i] ?? 0), 1));
    areas.push({ which, path: pathOf(xs, floor, top), middle: middleOf(xs, floor, top) });
    floor = top;
  };
  for (const which of shown) {
    add(
      which,
      moments.map(({ probabilities }) => probabilities[which] ?? 0)
    );
  }
  if (shown.length < first.probabilities.length) {
    add(
      null,
      floor.map((low) => 1 - low)
    );
  }
  return areas;
}
function pathOf(xs, floor, top) {
  const place = (x, height) => `${round(x)} ${round(100 * (1 - height))}`;
  const upper = xs.map((x, i) => place(x, top[i] ?? 0));
  const lower = xs.map((x, i) => place(x, floor[i] ?? 0)).reverse();
  return `M${[...upper, ...lower].join("L")}Z`;
}
function round(value) {
  return Math.round(100 * value) / 100;
}
function middleOf(xs, floor, top) {
  const heights = top.map((high, i) => high - (floor[i] ?? 0));
  const most = Math.max(...heights);
  if (most < NAMED2) return null;
  let [best, start] = [[0, 0], -1];
  let longest = -1;
  heights.forEach((height, i) => {
    if (height < NEARLY * most) {
      start = -1;
      return;
    }
    if (start < 0) start = i;
    const length = (xs[i] ?? 0) - (xs[start] ?? 0);
    if (length > longest) [longest, best] = [length, [start, i]];
  });
  if (longest < WIDE) return null;
  const [from, to] = best;
  const x = ((xs[from] ?? 0) + (xs[to] ?? 0)) / 2;
  const at2 = Math.round((from + to) / 2);
  const y = 100 * (1 - ((floor[at2] ?? 0) + (top[at2] ?? 0)) / 2);
  return [Math.min(Math.max(x, MARGIN), 100 - MARGIN), y];
}

// explorer/sections/history/plot.ts
var LABEL = 14;
var TICK = 10;
var Plot = class {
  el;
  areas = svg("g");
  ends = svg("path", "mnistviz-history-ends");
  flips = svg("path", "mnistviz-history-flips");
  moment = svg("path", "mnistviz-history-moment");
  names = element("div");
  constructor() {
    const drawn = svg("svg");
    drawn.setAttribute("viewBox", "0 0 100 100");
    drawn.setAttribute("preserveAspectRatio", "none");
    drawn.setAttribute("aria-hidden", "true");
    drawn.append(this.areas, this.ends, this.flips, this.moment);
    this.el = element("div", "mnistviz-history-plot", [drawn, this.names]);
    this.el.setAttribute("role", "img");
  }
  /** @param label says what is drawn, for those who don't see it */
  show({ readings: readings2, flips, total, strokes, moment, classes }, label) {
    const across = (points) => 100 * points / Math.max(total, 1);
    const lines = (places2, top) => places2.map((points) => `M${across(points)} ${top}V100`).join("");
    const areas = areasOf(readings2, total);
    this.areas.replaceChildren(...areas.map(({ path, which }) => shape(path, which)));
    this.ends.setAttribute("d", lines(strokes, 100 - TICK));
    this.flips.setAttribute(
      "d",
      lines(
        flips.map(({ points }) => points),
        0
      )
    );
    this.moment.setAttribute("d", lines(moment === null ? [] : [moment], 0));
    this.names.replaceChildren(...areas.flatMap((area) => nameOf2(area, classes)), ...labelsOf(flips, across, classes));
    this.el.setAttribute("aria-label", label);
  }
};
function shape(path, which) {
  const made = svg("path");
  made.setAttribute("d", path);
  made.setAttribute("fill", colourOf(which));
  return made;
}
function colourOf(which) {
  return which === null ? tokens_default.colours.neutral.light : classColour(which);
}
function nameOf2({ which, middle }, classes) {
  if (which === null || !middle) return [];
  const made = element("span", "mnistviz-history-class", [classes[which] ?? String(which)]);
  const [red = 0, green = 0, blue = 0] = (colourOf(which).match(/\w\w/g) ?? []).map(
    (byte) => Number.parseInt(byte, 16)
  );
  Object.assign(made.style, {
    left: `${middle[0]}%`,
    top: `${middle[1]}%`,
    background: colourOf(which),
    // also where a neighbour begins
    color: inkOn(red | green << 8 | blue << 16)
  });
  return [made];
}
function labelsOf(flips, across, classes) {
  const labels = [];
  let end = 0;
  for (const { points, before: before2, after } of flips) {
    const left = Math.min(across(points), 100 - LABEL);
    if (left < end) continue;
    end = left + LABEL;
    const name = (which) => classes[which] ?? String(which);
    const label = element("span", "mnistviz-history-flip", [`${name(before2)}→${name(after)}`]);
    label.style.left = `${left}%`;
    labels.push(label);
  }
  return labels;
}

// explorer/sections/history/index.ts
var REST3 = 150;
var PLOT_INTERVAL = 200;
var MOST_FLIPS = 5;
var HistorySection = class {
  name = "history";
  stage;
  work;
  state = null;
  // the newest one
  timer;
  own = null;
  // of what the page has computed last
  isUnderWay = false;
  // what is missing is computed, or soon will be
  replot;
  plotted = { at: -PLOT_INTERVAL, total: 0 };
  // when, in milliseconds, and how many points the drawing had
  history = new AnswerHistory();
  plot = new Plot();
  slider;
  summary = element("div", "mnistviz-caption");
  content = element("div");
  sentence = element("div", "mnistviz-caption");
  build(stage) {
    this.stage = stage;
    this.work = new SlicedWork(stage.guarded);
    this.slider = new MomentSlider((points) => stage.act(["rewind", points]));
    this.content.append(this.plot.el, this.slider.el, this.summary);
    const { el } = new Drawer(stage, "history_open", text("history-title"), [this.sentence, this.content]);
    el.classList.add("mnistviz-history");
    stage.underPad.append(el);
  }
  compute(state) {
    this.state = state;
    const { settings, whole, wanted, network } = state;
    if (!settings.get("history_open")) {
      this.stop();
      return null;
    }
    if (this.history.follow(whole.drawing, wanted, network)) this.stop();
    if (!this.history.isComplete && !this.isUnderWay) {
      this.isUnderWay = true;
      this.timer = setTimeout(() => this.stage.guarded(() => this.complete()), REST3);
    }
    return this.part(state);
  }
  paint(part) {
    const isOwn = part?.header === this.own;
    if (!isOwn) this.stop();
    clearTimeout(this.replot);
    if (!part) return;
    const { header, arrays } = part;
    const { total, moment, picture } = header;
    const { data, shape: shape2 } = arrays.float32("probabilities");
    const count = shape2[1] ?? 0;
    const readings2 = header.moments.map((points, i) => {
      const probabilities = data.slice(i * count, (i + 1) * count);
      return { points, probabilities, prediction: header.predictions[i] ?? null };
    });
    const sentences = { picture: text("history-of-picture"), blank: text("history-of-nothing"), drawing: "" };
    setText(this.sentence, sentences[picture ? "picture" : total ? "drawing" : "blank"]);
    this.content.hidden = picture || !total;
    if (this.content.hidden) return;
    const isComplete = isOwn ? this.history.isComplete : readings2.length > 0;
    const plot = () => this.showPlot(header, readings2, isComplete);
    const isDrawn = moment === null && total > this.plotted.total;
    const wait = isDrawn ? this.plotted.at + PLOT_INTERVAL - performance.now() : 0;
    if (wait > 0) this.replot = setTimeout(() => this.stage.guarded(plot), wait);
    else plot();
    const scene = this.stage.paper();
    const now2 = pointsOf(scene.drawing);
    const known = now2 === total && readings2.find(({ points }) => points === (scene.moment ?? now2));
    this.slider.show(scene, known ? this.answerOf(known) : "");
  }
  close() {
    this.stop();
    clearTimeout(this.replot);
    this.work.close();
  }
  showPlot({ total, strokes, moment }, readings2, isComplete) {
    const { model } = this.stage;
    const classes = model.get("classes");
    const name = (which) => classes[which] ?? "";
    const flips = flipsOf(readings2);
    const changes = flips.map(
      ({ before: before2, after, points }) => text("answer-flip", { before: name(before2), after: name(after), points: String(points) })
    );
    const told = this.tell(readings2.length, total, isComplete, changes);
    const stacked = model.get("independent") ? [] : readings2;
    this.plot.show({ readings: stacked, flips, total, strokes, moment, classes }, told);
    setText(this.summary, told);
    this.plotted = { at: performance.now(), total };
  }
  stop() {
    clearTimeout(this.timer);
    this.work.stop();
    this.isUnderWay = false;
  }
  complete() {
    this.work.start(this.history.complete(), () => {
      this.isUnderWay = false;
      if (this.state) this.paint(this.part(this.state));
    });
  }
  part({ whole }) {
    const { readings: readings2 } = this.history;
    const count = readings2[0]?.probabilities.length ?? 0;
    const data = new Float32Array(readings2.length * count);
    readings2.forEach(({ probabilities }, i) => {
      data.set(probabilities, i * count);
    });
    this.own = {
      moments: readings2.map(({ points }) => points),
      predictions: readings2.map(({ prediction }) => prediction),
      total: pointsOf(whole.drawing),
      strokes: strokeEnds(whole.drawing),
      moment: whole.moment,
      picture: whole.picture !== null
    };
    return {
      header: this.own,
      arrays: Arrays.of({ probabilities: { dtype: "float32", shape: [readings2.length, count], data } })
    };
  }
  answerOf({ probabilities, prediction }) {
    if (prediction === null) return text("blank-paper");
    const name = this.stage.model.get("classes")[prediction] ?? String(prediction);
    return text("history-answer", { name, confidence: percent(probabilities[prediction] ?? 0) });
  }
  /** Says in words what the plot shows. */
  tell(moments, total, isComplete, flips) {
    const sentences = [text("history-moments", { moments: String(moments), total: String(total) })];
    if (!isComplete) sentences.push(text("history-computing"));
    else if (!flips.length) sentences.push(text("history-no-flip"));
    if (flips.length) {
      const list = flips.slice(0, MOST_FLIPS).join("; ");
      sentences.push(text("history-flips", { flips: list, others: Math.max(0, flips.length - MOST_FLIPS) }));
    }
    if (this.stage.model.get("independent")) sentences.push(text("history-independent"));
    return sentences.join(" ");
  }
};

// explorer/sections/fold.ts
var MANY_MAPS = 64;
var MANY_UNITS = 512;
function isScrolled({ sizes, layer }) {
  return isSequence(layer) || sizes.channels > (sizes.isMaps ? MANY_MAPS : MANY_UNITS);
}
function isSequence({ shape: shape2 }) {
  return shape2.length === 2;
}
var Fold = class {
  el;
  range = element("span", "mnistviz-range");
  strip;
  /** In which the maps are scrolled; null: all are in sight. */
  scroller;
  constructor(layer, listener) {
    const strip = new Strip(layer, {
      ...listener,
      point: (pointed, loud) => {
        if (loud) this.scrollToCursor();
        listener.point(pointed, loud);
      }
    });
    this.strip = strip;
    strip.canvas.setAttribute("aria-label", text("layer-keys", { layer: layer.title }));
    this.scroller = isScrolled(strip) ? element("div", "mnistviz-scroller", [strip.canvas]) : null;
    const title = titleOf(layer, isSequence(layer) ? "" : "mnistviz-detail");
    const summary = element("summary", "", [title, this.range]);
    this.el = element("details", "mnistviz-layer", [summary, this.scroller ?? strip.canvas]);
    this.el.dataset.layer = layer.name;
    this.el.classList.toggle("mnistviz-sequence", isSequence(layer));
  }
  /** Brings the value under the keyboard's cursor into sight. */
  scrollToCursor() {
    const { scroller, strip } = this;
    const { cursor, layout, sizes } = strip;
    if (!scroller || !cursor || !layout) return;
    const { channel, row, column } = cursor;
    const [, top, , height] = boxOf(sizes, layout, channel, [row, row + 1], [column, column + 1]);
    const end = top + height - scroller.clientHeight;
    scroller.scrollTop = Math.max(end, Math.min(scroller.scrollTop, top));
  }
};
function nameOnly(layer) {
  const made = element("div", "mnistviz-layer mnistviz-name-only", [titleOf(layer, "")]);
  made.dataset.layer = layer.name;
  return made;
}
function titleOf(layer, detail) {
  const name = layer.title.startsWith(layer.name) ? layer.name : "";
  const title = element("span", "mnistviz-title", [
    element("b", "", [name]),
    element("span", detail, [layer.title.slice(name.length)])
  ]);
  title.title = layer.title;
  return title;
}

// explorer/sections/kernels/mosaic.ts
function mosaicOf(inputs, rows, columns) {
  const across = Math.ceil(Math.sqrt(inputs));
  const down = Math.ceil(inputs / across);
  return { inputs, rows, columns, across, size: [down * (rows + 1) - 1, across * (columns + 1) - 1] };
}
function slotAt({ inputs, rows, columns, across }, row, column) {
  const [down, right] = [Math.floor(row / (rows + 1)), Math.floor(column / (columns + 1))];
  const slot = { input: down * across + right, row: row % (rows + 1), column: column % (columns + 1) };
  return slot.input < inputs && slot.row < rows && slot.column < columns ? slot : null;
}
function laidOut(mosaic, filters, weights) {
  const { inputs, rows, columns, size } = mosaic;
  const values2 = new Float32Array(filters * size[0] * size[1]);
  for (let i = 0; i < values2.length; i++) {
    const slot = slotAt(mosaic, Math.floor(i / size[1]) % size[0], i % size[1]);
    if (!slot) continue;
    const filter = Math.floor(i / (size[0] * size[1]));
    values2[i] = weights[((filter * inputs + slot.input) * rows + slot.row) * columns + slot.column] ?? 0;
  }
  return values2;
}
function colourEnd(weights, share) {
  const sizes = weights.map(Math.abs).sort();
  return { high: sizes[Math.floor(share * (sizes.length - 1))] ?? 0, most: sizes.at(-1) ?? 0 };
}

// explorer/sections/kernels/kernel_strip.ts
var MOSAIC_GAP = 5;
var USUAL = 0.98;
var KernelStrip = class extends Strip {
  caption = element("div", "mnistviz-caption");
  mosaic;
  what;
  constructor(name, [filters, inputs, rows, columns], point) {
    const mosaic = mosaicOf(inputs, rows, columns);
    super({ name, title: "", shape: [...mosaic.size, filters], signed: true }, { point });
    this.mosaic = mosaic;
    if (inputs > 1) this.gap = MOSAIC_GAP;
    const size = { filters, inputs, size: `${rows}x${columns}` };
    this.what = inputs > 1 ? text("sliced-kernels", size) : text("flat-kernels", size);
    this.canvas.setAttribute("aria-label", text("kernel-keys", { layer: name, kernels: this.what }));
  }
  /** Shows weights, in the order of the shape. */
  showWeights(weights, table) {
    const { high, most } = colourEnd(weights, USUAL);
    const values2 = laidOut(this.mosaic, this.sizes.channels, weights);
    const codes = Uint8Array.from(values2, (value) => codeOf(value, high, true));
    this.show(codes, { low: [-high], high: [high] }, table);
    this.values = values2;
    const caption = { kernels: this.what, range: rangeText([-most], [most]), high: compact(high) };
    setText(this.caption, text(high < most ? "kernels-beyond-colours" : "kernels-and-range", caption));
  }
  /** Names the strongest weight of the kernel under the cursor, or of all kernels. */
  describe() {
    const { cursor, values: values2 } = this;
    const { rows, columns, channels } = this.sizes;
    const [first, end] = cursor ? [cursor.channel, cursor.channel + 1] : [0, channels];
    const shown = values2?.subarray(first * rows * columns, end * rows * columns) ?? [];
    const summary = summaryOf(shown, (end - first) * rows, columns);
    if (!summary) return "";
    const { row, column } = summary;
    return text("kernel-summary", {
      weight: this.wordsAt({ channel: first + Math.floor(row / rows), row: row % rows, column })
    });
  }
  readValue() {
    return this.cursor ? this.wordsAt(this.cursor) : "";
  }
  wordsAt(place) {
    const slot = slotAt(this.mosaic, place.row, place.column);
    if (!slot) return "";
    const value = shortest(this.values?.[indexOf(this.sizes, place)] ?? 0);
    const weight = { layer: this.layer.name, kernel: place.channel, ...slot, value };
    return this.mosaic.inputs > 1 ? text("weight-of-slice", weight) : text("weight-of-kernel", weight);
  }
  colour(codes) {
    super.colour(codes);
    const { rows, columns } = this.sizes;
    this.colours.forEach((_, i) => {
      if (!slotAt(this.mosaic, Math.floor(i / columns) % rows, i % columns)) this.colours[i] = 0;
    });
  }
  placeAt(x, y) {
    const place = super.placeAt(x, y);
    return place && this.isWeight(place) ? place : null;
  }
  /** Returns the next weight, over the gap; the mosaic's last row may be short. */
  moved(place, step, byMap) {
    const next = super.moved(place, step, byMap);
    if (this.isWeight(next)) return next;
    const beyond = super.moved(next, step, byMap);
    return this.isWeight(beyond) ? beyond : place;
  }
  isWeight({ row, column }) {
    return slotAt(this.mosaic, row, column) !== null;
  }
};

// explorer/sections/kernels/index.ts
var KernelsSection = class {
  name = "kernels";
  strips = /* @__PURE__ */ new Map();
  stage;
  network = null;
  // whose kernels are shown
  build(stage) {
    this.stage = stage;
    stage.listen(["change:folded"], () => this.hideFolded());
  }
  computeSettled({ network }) {
    if (network === this.network) return null;
    this.network = network;
    const kernels = {};
    for (const { name, kind } of network.layers) {
      const kernel = kind === "Conv2D" ? network.weightsOf(name)?.kernel : null;
      if (kernel && isShown(kernel.shape)) kernels[name] = kernel;
    }
    return { header: {}, arrays: Arrays.of(kernels) };
  }
  paint() {
  }
  // no digit changes them
  /** Kernels hold for every digit, also for the one that is drawn meanwhile. */
  settle(part) {
    if (!part) return;
    for (const name of part.arrays.names) {
      const { shape: shape2, data } = part.arrays.float32(name);
      this.stripOf(name, shape2).showWeights(data.slice(), this.stage.colours(true));
    }
    const width = this.stage.layers.clientWidth;
    if (width) this.resize(width);
  }
  resize(width) {
    for (const strip of this.strips.values()) strip.resize(width);
  }
  recolour() {
    for (const strip of this.strips.values()) strip.recolour(this.stage.colours(true));
  }
  stripOf(name, shape2) {
    let strip = this.strips.get(name);
    if (!strip) {
      strip = new KernelStrip(name, shape2, this.stage.point);
      this.strips.set(name, strip);
      this.stage.kernels.set(name, strip);
      const canvas = isScrolled(strip) ? element("div", "mnistviz-scroller", [strip.canvas]) : strip.canvas;
      const kernels = element("div", "mnistviz-kernels", [element("b", "", [name]), strip.caption, canvas]);
      kernels.dataset.kernels = name;
      this.stage.layers.append(kernels);
      this.hideFolded();
    }
    return strip;
  }
  /** Kernels go with their maps. */
  hideFolded() {
    const folded = this.stage.model.get("folded");
    for (const [name, { caption }] of this.strips) {
      if (caption.parentElement) caption.parentElement.hidden = folded.includes(name);
    }
  }
};
var LARGEST = tokens_default.counts["kernel-side"];
var MOST_SLICES = tokens_default.counts["kernel-slices"];
function isShown([filters = 0, inputs = 0, rows = 0, columns = 0]) {
  return Math.max(rows, columns) <= LARGEST && filters * inputs <= MOST_SLICES;
}

// explorer/unit.ts
function indexOf2({ layer }, { row, column, channel }) {
  if (layer.shape.length === 1) return [channel];
  return layer.shape.length === 2 ? [row, column] : [row, column, channel];
}
function spotOf(index) {
  const [first = 0, column, channel] = index;
  if (column === void 0) return { channels: [first], rows: [0, 1], columns: [0, 1] };
  const channels = channel === void 0 ? null : [channel];
  return { channels, rows: [first, first + 1], columns: [column, column + 1] };
}
function boxInWindow({ sizes, layout, canvas }, { channels, rows, columns }) {
  if (!layout || !canvas.offsetParent) return null;
  const [x, y, width, height] = boxOf(sizes, layout, channels?.[0] ?? 0, rows, columns);
  const { left, top } = canvas.getBoundingClientRect();
  return [left + canvas.clientLeft + x, top + canvas.clientTop + y, width, height];
}
function nameOf3(layer, index) {
  return `${layer}[${index.join(", ")}]`;
}

// explorer/sections/arrangement.ts
var UNIT_HEIGHT2 = 11;
var UNITS_ACROSS3 = 32;
var NUMBER_HEIGHT2 = 24;
var NUMBERS_ACROSS2 = 5;
var LEAST_HEIGHT = 140;
var LEAST_LINE = 70;
var LEAST_LINE_OF_MANY = 120;
var FEW_LINES = 3;
var LEAST_SCROLLED = 150;
var LEAST_PITCH = 26;
var LARGEST_CELL = 10;
var MAPS2 = ".mnistviz-layer[data-layer]:not(.mnistviz-units)";
var GAP = 4;
var COLUMN_GAP = 20;
var TITLE_HEIGHT = 20;
var LARGE = 40;
var SCROLL_BAR = 16;
var AROUND = 160;
var Arrangement = class {
  constructor(stage) {
    this.stage = stage;
  }
  stage;
  /** Fits all strips into the window. */
  fit() {
    const { layers, strips } = this.stage;
    const width = layers.clientWidth;
    if (!width) return;
    const maps = [...strips.values()].filter(({ sizes }) => sizes.isMaps);
    const isSingle = Boolean(layers.querySelector(".mnistviz-chooser")?.clientHeight);
    const isSideBySide = !isSingle && this.isPlain() && this.isWideEnough(maps, width);
    layers.classList.toggle("mnistviz-side-by-side", isSideBySide);
    if (isSideBySide) this.layOutSideBySide(maps, width);
    else this.layOutInLines(maps, isSingle ? width : Math.max(this.leastLine, this.height() / this.openLines));
    for (const strip of strips.values()) {
      const room = this.foldOf(strip)?.clientWidth;
      if (!room || strip.sizes.isMaps) continue;
      limit(strip, LEAST_SCROLLED);
      if (strip.sizes.channels <= FEW_UNITS) strip.resize(room, NUMBER_HEIGHT2, NUMBERS_ACROSS2);
      else strip.resize(room, UNIT_HEIGHT2, UNITS_ACROSS3);
    }
  }
  /** Whether the maps are large enough side by side, and leave room for a dock below; a dock that is open doesn't change that. */
  isWideEnough(maps, width) {
    const height = this.room() - this.unitsHeight() - 2 * (TITLE_HEIGHT + GAP);
    const { pitch } = sideBySide(
      maps.map(({ sizes }) => sizes),
      withoutGaps(width, maps.length),
      height
    );
    return maps.length > 1 && pitch >= LARGE;
  }
  layOutSideBySide(maps, width) {
    const sizes = maps.map((strip) => strip.sizes);
    const room = withoutGaps(width, maps.length);
    const { rows, pitch } = sideBySide(sizes, room, this.height());
    const across = sizes.map(({ channels }) => Math.ceil(channels / rows));
    const total = across.reduce((sum, count) => sum + count, 0);
    maps.forEach((strip, i) => {
      const count = across[i] ?? 1;
      const fold = this.foldOf(strip);
      if (fold) fold.style.width = `${Math.floor(room * count / total)}px`;
      strip.resize(count * pitch, 0, count);
    });
  }
  layOutInLines(maps, height) {
    for (const strip of maps) {
      const fold = this.foldOf(strip);
      if (!fold) continue;
      fold.style.width = "";
      if (!fold.clientWidth) continue;
      if (isScrolled(strip)) layOutScrolled(strip, fold.clientWidth, Math.max(height, LEAST_SCROLLED));
      else {
        const { across, pitch } = fitted(strip.sizes, fold.clientWidth, height);
        strip.resize(across * pitch, 0, across);
      }
    }
  }
  /** Whether maps come first and units last, and none is scrolled, so that all maps can stand side by side. */
  isPlain() {
    return [...this.stage.strips.values()].every(
      (strip) => !isScrolled(strip) && (strip.sizes.isMaps || this.foldOf(strip)?.matches(".mnistviz-units"))
    );
  }
  get leastLine() {
    return this.lines > FEW_LINES ? LEAST_LINE_OF_MANY : LEAST_LINE;
  }
  /** The number of lines before the units at the end. */
  get lines() {
    return Math.max(1, linesOf([...this.stage.layers.querySelectorAll(MAPS2)]));
  }
  /** The number of these lines in which maps are shown. */
  get openLines() {
    return Math.max(1, linesOf([...this.stage.layers.querySelectorAll(`${MAPS2}[open]`)]));
  }
  /** Returns the height for all maps, in CSS pixels, so that the whole explorer fits into the window. */
  height() {
    const { dock, folds, layers } = this.stage;
    const title = folds.values().next().value?.querySelector("summary")?.offsetHeight ?? 0;
    const titles = layers.classList.contains("mnistviz-side-by-side") ? 1 : this.lines;
    const units = dock.hidden ? this.unitsHeight() : 0;
    return Math.max(LEAST_HEIGHT, this.room() - titles * title - units - dock.offsetHeight);
  }
  /** Returns the height from the first title to the end of the window, in CSS pixels, with the pad in sight if it is beside. */
  room() {
    const { folds, layers, pad: pad2 } = this.stage;
    const [first, around] = [folds.values().next().value ?? layers, pad2.getBoundingClientRect()];
    const isBelowPad = layers.getBoundingClientRect().top >= around.bottom;
    const above = isBelowPad ? 0 : first.getBoundingClientRect().top - around.top;
    return window.innerHeight - AROUND - above;
  }
  unitsHeight() {
    const units = [...this.stage.strips.values()].find(({ sizes }) => !sizes.isMaps);
    return units ? TITLE_HEIGHT + GAP + Math.ceil(units.sizes.channels / UNITS_ACROSS3) * (UNIT_HEIGHT2 + 1) : 0;
  }
  foldOf({ layer }) {
    return this.stage.folds.get(layer.name);
  }
};
function linesOf(elements) {
  return new Set(elements.map(({ offsetTop }) => offsetTop)).size;
}
function layOutScrolled(strip, width, height) {
  const { sizes } = strip;
  const room = limit(strip, height);
  if (isSequence(strip.layer)) {
    const across2 = Math.min(width - SCROLL_BAR, Math.max(sizes.columns * LARGEST_CELL, LEAST_PITCH));
    strip.resize(across2, Math.max(sizes.rows, Math.min(sizes.rows * LARGEST_CELL, room - SCROLL_BAR)), 1);
    return;
  }
  const pitch = Math.max(LEAST_PITCH, fitted(sizes, width - SCROLL_BAR, room).pitch);
  const across = Math.max(1, Math.floor((width - SCROLL_BAR) / pitch));
  strip.resize(across * pitch, 0, across);
}
function limit({ canvas }, height) {
  const scroller = canvas.parentElement;
  if (scroller?.matches(".mnistviz-scroller")) scroller.style.maxHeight = `${Math.round(height)}px`;
  return height;
}
function withoutGaps(width, columns) {
  return width - COLUMN_GAP * (columns - 1);
}

// explorer/sections/connections.ts
var BEND = 0.5;
var MOST2 = 200;
function sourcesOf(channel, { inputs, outputs }) {
  const start = Math.floor(channel / outputs) * inputs;
  return Array.from({ length: inputs }, (_, i) => start + i);
}
function readersOf(channel, { inputs, outputs }) {
  const start = Math.floor(channel / inputs) * outputs;
  return Array.from({ length: outputs }, (_, i) => start + i);
}
function connectionsOf({ layer, channel }, layers) {
  const pairs = [];
  for (const { name, reads } of layers) {
    if (!reads) continue;
    if (name === layer)
      for (const source of sourcesOf(channel, reads))
        pairs.push([
          { layer: reads.layer, channel: source },
          { layer, channel }
        ]);
    if (reads.layer === layer)
      for (const reader of readersOf(channel, reads))
        pairs.push([
          { layer, channel },
          { layer: name, channel: reader }
        ]);
  }
  return pairs;
}
function curve2([left, top, right, bottom], to) {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [toX, toY] = [(to[0] + to[2]) / 2, (to[1] + to[3]) / 2];
  if (to[0] >= right) {
    const bend2 = (to[0] - right) * BEND;
    return `M${right} ${y}C${right + bend2} ${y} ${to[0] - bend2} ${toY} ${to[0]} ${toY}`;
  }
  const bend = (to[1] - bottom) * BEND;
  return `M${x} ${bottom}C${x} ${bottom + bend} ${toX} ${to[1] - bend} ${toX} ${to[1]}`;
}
var Connections = class {
  constructor(stage) {
    this.stage = stage;
    this.el.setAttribute("aria-hidden", "true");
    this.el.append(this.lines);
  }
  stage;
  el = svg("svg", "mnistviz-connections");
  lines = svg("path");
  /** Shows what is connected with a map; null: nothing. A layer that is folded has no lines. */
  show(map) {
    const layers = [...this.stage.strips.values()].map(({ layer }) => layer);
    const all = map ? connectionsOf(map, layers) : [];
    const pairs = all.length > MOST2 ? [] : all;
    const maps = new Map(pairs.flat().map((one) => [keyOf(one), one]));
    const edges = new Map([...maps].map(([key, one]) => [key, this.locate(one)]));
    const lines = pairs.flatMap(([from, to]) => {
      const [start, end] = [edges.get(keyOf(from)), edges.get(keyOf(to))];
      return start && end ? [[start, end]] : [];
    });
    const curves = lines.map(([start, end]) => curve2(start, end));
    const boxes = [...new Set(lines.flat())].map(
      ([left, top, right, bottom]) => `M${left} ${top}H${right}V${bottom}H${left}Z`
    );
    this.lines.setAttribute("d", [...curves, ...boxes].join(""));
  }
  locate({ layer, channel }) {
    const strip = this.stage.strip(layer);
    if (!strip) return null;
    const { rows, columns } = strip.sizes;
    const box = boxInWindow(strip, { channels: [channel], rows: [0, rows], columns: [0, columns] });
    if (!box) return null;
    const [x, y, width, height] = box;
    const window2 = strip.canvas.closest(".mnistviz-scroller")?.getBoundingClientRect();
    if (window2 && (y < window2.top || y + height > window2.bottom)) return null;
    const origin2 = this.el.getBoundingClientRect();
    const [left, top] = [x - origin2.left, y - origin2.top];
    return [left, top, left + width, top + height];
  }
};
function keyOf({ layer, channel }) {
  return `${layer} ${channel}`;
}

// explorer/sections/maps.ts
var MOST_LINES = 6;
var MapsSection = class {
  name = "maps";
  ranges = /* @__PURE__ */ new Map();
  stage;
  sequential;
  scale;
  arrangement;
  connections;
  pointed = null;
  refit = () => {
    this.arrangement.fit();
    this.connect();
  };
  build(stage) {
    this.stage = stage;
    this.arrangement = new Arrangement(stage);
    this.connections = new Connections(stage);
    const { model } = stage;
    const sequentials = model.get("sequentials").map((name) => [name, text("colour-table", { name })]);
    this.sequential = this.choice("sequential", text("colours"), sequentials);
    const scales = [["layer", text("range-by-layer")], ["map", text("range-by-map")]];
    this.scale = this.choice("scale", text("colour-range"), scales);
    stage.tools.append(this.scale, this.sequential);
    const layers = model.get("layers");
    const atEnd = unitsAtEnd(layers);
    const entries = new Map(layers.map((layer) => [layer, this.entry(layer, atEnd.includes(layer))]));
    stage.layers.append(...entries.values());
    entries.values().next().value?.classList.add("mnistviz-first");
    for (const layer of startsOfLines(layers, atEnd)) entries.get(layer)?.classList.add("mnistviz-starts-line");
    stage.tools.after(this.makeChooser(entries));
    stage.layers.append(stage.dock, this.connections.el);
    stage.listen(
      ["change:scale", "change:folded", "change:inspected", "change:framing_open"],
      () => this.showSettings()
    );
    window.addEventListener("resize", this.refit);
    this.showSettings();
  }
  compute({ forward, settings }) {
    const scale = settings.get("scale");
    const codes = {};
    const layers = this.open().map((strip) => {
      const { name, signed: signed3 } = strip.layer;
      const { isMaps, channels, rows, columns } = strip.sizes;
      const shown = encodeLayer(valuesOf2(forward, name), isMaps ? channels : null, signed3, scale);
      codes[name] = { dtype: "uint8", shape: isMaps ? [channels, rows, columns] : [1, 1, channels], data: shown.codes };
      return { name, low: shown.low, high: shown.high };
    });
    return { header: { layers }, arrays: Arrays.of(codes) };
  }
  computeSettled({ forward }) {
    const exact = {};
    for (const { layer, sizes } of this.open()) {
      const { isMaps, channels, rows, columns } = sizes;
      const shape2 = isMaps ? [channels, rows, columns] : [channels];
      exact[layer.name] = { dtype: "float32", shape: shape2, data: valuesOf2(forward, layer.name) };
    }
    return { header: {}, arrays: Arrays.of(exact) };
  }
  paint(part) {
    const layers = part?.header.layers ?? [];
    for (const { name, ...range3 } of layers) {
      const strip = this.stage.strips.get(name);
      if (strip && part)
        strip.show(part.arrays.uint8(name).data.slice(), range3, this.stage.colours(strip.layer.signed));
    }
    if (!part) return;
    const texts = new Map(layers.map(({ name, low, high }) => [name, rangeText(low, high)]));
    for (const [name, range3] of this.ranges) setText(range3, texts.get(name) ?? "");
  }
  settle(part, isCurrent) {
    if (!part || !isCurrent) return;
    for (const name of part.arrays.names) {
      const strip = this.stage.strips.get(name);
      if (strip) strip.values = part.arrays.float32(name).data;
    }
  }
  recolour() {
    this.showSettings();
    for (const strip of this.stage.strips.values()) strip.recolour(this.stage.colours(strip.layer.signed));
  }
  resize() {
    this.refit();
  }
  close() {
    window.removeEventListener("resize", this.refit);
  }
  /** Returns the strips of the layers that are not folded. */
  open() {
    const folded = this.stage.model.get("folded");
    return [...this.stage.strips.values()].filter(({ layer }) => !folded.includes(layer.name));
  }
  /** Shows the connections of the map under the cursor, or else of the inspected one. */
  connect() {
    const { pointed } = this;
    const inspected = this.stage.model.get("inspected");
    if (pointed?.cursor) this.connections.show({ layer: pointed.layer.name, channel: pointed.cursor.channel });
    else if (inspected?.index.length === 3)
      this.connections.show({ layer: inspected.layer, channel: inspected.index[2] ?? 0 });
    else this.connections.show(null);
  }
  showSettings() {
    const { model, folds } = this.stage;
    this.sequential.value = model.get("sequential");
    this.scale.value = model.get("scale");
    for (const [name, fold] of folds) fold.open = !model.get("folded").includes(name);
    this.stage.dock.hidden = !model.get("inspected");
    this.refit();
  }
  /** Makes the element of a layer. */
  entry(layer, isLast) {
    if (!layer.drawn) return nameOnly(layer);
    const { stage } = this;
    const fold = new Fold(layer, {
      point: (pointed, loud) => {
        stage.point(pointed, loud);
        this.pointed = pointed;
        this.connect();
      },
      choose: (which, place) => stage.inspector?.choose(layer.name, indexOf2(which, place)),
      escape: () => stage.inspector?.dismiss()
    });
    fold.el.classList.toggle("mnistviz-units", isLast);
    fold.el.open = !stage.model.get("folded").includes(layer.name);
    fold.el.addEventListener("toggle", () => this.keepFolded(layer.name, !fold.el.open));
    stage.strips.set(layer.name, fold.strip);
    stage.folds.set(layer.name, fold.el);
    this.ranges.set(layer.name, fold.range);
    return fold.el;
  }
  choice(trait, label, options) {
    const made = options.map(([value, name]) => Object.assign(element("option", "", [name]), { value }));
    const select = element("select", "", made);
    select.addEventListener("change", () => save(this.stage.model, trait, select.value));
    select.setAttribute("aria-label", label);
    return select;
  }
  /** Makes the choice of the one layer that is shown where there is no room for all. */
  makeChooser(entries) {
    const options = [...entries.keys()].map(
      ({ name, title }) => Object.assign(element("option", "", [title]), { value: name })
    );
    const chooser = element("select", "", options);
    chooser.setAttribute("aria-label", text("layer-shown"));
    const show = () => {
      for (const [{ name }, entry] of entries) entry.classList.toggle("mnistviz-chosen", name === chooser.value);
      this.refit();
    };
    chooser.addEventListener("change", () => {
      show();
      this.keepFolded(chooser.value, false);
    });
    show();
    return element("div", "mnistviz-chooser", [chooser]);
  }
  keepFolded(name, isFolded) {
    const { model, inspector } = this.stage;
    const had = model.get("folded");
    if (had.includes(name) === isFolded) return;
    save(model, "folded", isFolded ? [...had, name] : had.filter((other) => other !== name));
    if (isFolded && model.get("inspected")?.layer === name) inspector?.dismiss();
  }
};
function valuesOf2({ activations }, layer) {
  return activations.get(layer) ?? new Float32Array(0);
}
function startsOfLines(layers, atEnd) {
  const before2 = layers.filter((layer) => !atEnd.includes(layer));
  const starts = before2.filter((layer) => layer.starts && layer.shape.length > 1);
  const isTooLong = starts.length > MOST_LINES && 2 * starts.length > before2.length;
  return [...isTooLong ? [] : starts, ...atEnd.slice(0, 1)];
}
function unitsAtEnd(layers) {
  const isOfMaps = ({ shape: shape2, flat, drawn }) => drawn && shape2.length > 1 && !flat;
  return layers.slice(layers.map(isOfMaps).lastIndexOf(true) + 1);
}

// explorer/sections/maximise/result.ts
var SIDE8 = 28;
var Result = class {
  /**
   * @param patches shows real digits; null: there are none
   * @param feed puts a digit on the pad: 784 values, and the name of the unit that likes it
   */
  constructor(patches, feed) {
    this.patches = patches;
    this.canvas.setAttribute("role", "img");
    const picture = element("div", "mnistviz-maximise-picture", [this.canvas, this.frame]);
    const onPad3 = button(text("maximise-feed"), () => this.digit && feed(this.digit, this.name));
    const words = [this.value, this.compared, this.marks, this.reading, this.doubt, onPad3];
    const found = element("div", "mnistviz-maximise-found", [picture, element("div", "", words)]);
    const real = patches?.el ?? element("div", "mnistviz-caption", [text("maximise-without-digits")]);
    const remark = element("div", "mnistviz-caption", [text("maximise-remark")]);
    const sides = element("div", "mnistviz-maximise-sides", [found, real]);
    this.el = element("div", "", [sides, remark, this.spoken]);
    this.el.hidden = true;
  }
  patches;
  el;
  digit = null;
  name = "";
  canvas = element("canvas", "mnistviz-paper");
  frame = element("div", "mnistviz-maximise-field");
  value = element("div", "mnistviz-maximise-value");
  compared = element("div");
  marks = element("div", "mnistviz-caption");
  reading = element("div");
  doubt = element("div", "mnistviz-caption");
  spoken = announcer("mnistviz-said", "polite");
  /** Null: there is nothing to show. */
  show(shown, arrays, isRunning) {
    this.el.hidden = !shown;
    if (!shown) return;
    const { name, value, before: before2, own, share, former } = shown;
    this.name = name;
    this.digit = new Float32Array(arrays.float32("digit").data);
    const codes = Uint8Array.from(this.digit, (ink2) => 255 * ink2 + 0.5);
    paintInk(this.canvas, codes, SIDE8, SIDE8);
    this.canvas.setAttribute("aria-label", text("maximise-picture", { name }));
    const [top, bottom, left, right] = shown.field.map((place) => 100 * place / SIDE8);
    Object.assign(this.frame.style, {
      top: `${top}%`,
      left: `${left}%`,
      width: `${right - left}%`,
      height: `${bottom - top}%`
    });
    setText(this.value, text("maximise-value", { name, value }));
    setText(this.compared, text("maximise-compared", { before: before2, own }));
    const stopped = share < 1 && !isRunning ? text("maximise-stopped", { share: String(Math.round(100 * share)) }) : "";
    setText(this.marks, [stopped, former ? text("maximise-former") : ""].filter(Boolean).join(" "));
    setText(this.reading, readingOf(shown));
    setText(this.doubt, doubtOf(shown));
    this.patches?.show(shown, arrays, isRunning);
  }
  /** Says aloud what was found. */
  describe(shown) {
    const { name, value, own } = shown;
    setText(this.spoken, text("maximise-spoken", { name, value, own, reading: readingOf(shown) }));
  }
};
function readingOf({ label, confidence }) {
  if (label === null) return text("maximise-reading-blank");
  return text("maximise-reading", { label, confidence: percent(confidence) });
}
function doubtOf({ label, familiar }) {
  if (label === null || familiar === null) return "";
  return text(familiar ? "maximise-no-doubt" : "maximise-doubt");
}

// explain/maximisation/aim.ts
var LEAK = 0.1;
var Aim = class {
  // has a small slope where a ReLU is silent
  /**
   * @param layer its name
   * @param index of a value, or the number of a channel for the mean of its map
   */
  constructor(engine, layer, index) {
    this.engine = engine;
    const { layers, logits } = engine;
    const chain = chainTo(layers, layer);
    const { shape: shape2 } = chain.at(-1);
    const { rows, columns, channels } = planesOf(shape2);
    const channel = index.at(-1) ?? 0;
    const isMap = shape2.length === 3;
    const isWhole = isMap && index.length === 1;
    this.of = chain.length === layers.length && logits || layer;
    const named2 = this.of === sumsOf(layer) ? layer : this.of;
    this.name = unitName(named2, isWhole ? [":", ":", channel] : index);
    const fieldAt = (...place) => receptiveField(chain, [...place, channel]);
    const [row = 0, column = 0] = isWhole ? [rows >> 1, columns >> 1] : index.slice(0, -1);
    const one = isMap ? fieldAt(row, column) : fieldAt();
    const [first, last] = isWhole ? [fieldAt(0, 0), fieldAt(rows - 1, columns - 1)] : [one, one];
    this.field = { rows: [first.rows[0], last.rows[1]], columns: [first.columns[0], last.columns[1]] };
    this.side = Math.max(one.rows[1] - one.rows[0], one.columns[1] - one.columns[0]);
    this.weights = Float64Array.from({ length: rows * columns * channels }, (_, at2) => {
      if (at2 % channels !== channel) return 0;
      if (isWhole) return 1 / (rows * columns);
      return Math.floor(at2 / channels) === row * columns + column ? 1 : 0;
    });
  }
  engine;
  /** For example "conv2[4, 6, 17]", "conv2[:, :, 17]" for a whole map, or "logits[3]" for a class. */
  name;
  /** The pixels that decide about it. */
  field;
  /** The longest side of what a single value of the layer sees, in pixels; of a map, in its middle. */
  side;
  of;
  // of the last layer, the logits: a probability grows, too, when the other classes lose
  weights;
  // how much each value of the layer counts
  leaky = null;
  /** Returns the number for a digit, 784 values row by row. */
  value(digit) {
    const { engine, of, weights } = this;
    runAnew(engine, digit);
    const values2 = engine.valuesOf(of);
    return weights.reduce((sum, weight, at2) => weight ? sum + weight * values2[at2] : sum, 0);
  }
  /**
   * Returns how the number changes with each pixel. 0 everywhere if no small change changes it; where ReLUs are silent so that it would
   * be, it is that of the leaky network. What is not finite is 0, since a slope that overflows shows no way.
   */
  gradient(digit) {
    const own = this.gradientIn(this.engine, digit);
    const gradient = own.some((slope2) => slope2 !== 0) ? own : this.leakyGradient(digit);
    return gradient.map((slope2) => Number.isFinite(slope2) ? slope2 : 0);
  }
  gradientIn(engine, digit) {
    runAnew(engine, digit);
    return engine.gradient(this.of, this.weights);
  }
  leakyGradient(digit) {
    if (!this.leaky) {
      const { layers, arrays } = this.engine;
      this.leaky = new GradientEngine(layers.map(withLeak), arrays);
    }
    return this.gradientIn(this.leaky, digit);
  }
};
function withLeak(layer) {
  const { function: named2, constants } = layer;
  if (named2 !== "relu" || constants.negative_slope) return layer;
  return { ...layer, constants: { ...constants, negative_slope: LEAK } };
}
function runAnew(engine, digit) {
  engine.reset();
  engine.run(digit);
}

// explain/maximisation/ascent.ts
var SIZE = DIGIT_SIDE ** 2;
var SEED2 = 0;
var NOISE = 0.3;
var STEPS3 = 160;
var LOOKS = 5;
var STEP3 = 0.1;
var INERTIA = 0.8;
var MEMORY = 0.9;
var INK3 = 0.1;
var VARIATION = 0.1;
var FLOOR = 0.1;
var [WIDE2, NARROW] = [1.5, 0.5];
var BLURRED_SIDES = 6;
var LEAST_TO_SHIFT = 20;
var MOVED = 1e-6;
function* ascend(aim, start) {
  const places2 = placesIn(aim);
  const isShifted = aim.side >= LEAST_TO_SHIFT;
  const shifts = randomNumbers(2 * STEPS3, SEED2).map((one) => isShifted ? Math.floor(3 * one) - 1 : 0);
  const width = Math.min(WIDE2, aim.side / BLURRED_SIDES);
  const digit = Float32Array.from(start);
  const first = heightOf(aim, 0, digit);
  const step = new Float64Array(SIZE);
  let size = 0;
  let hasMoved = false;
  yield first;
  for (let at2 = 0; at2 < STEPS3; at2++) {
    const share = at2 / STEPS3;
    const gradient = shiftedGradient(aim, digit, shifts[2 * at2], shifts[2 * at2 + 1]);
    const own = new Float64Array(SIZE);
    for (const place of places2) own[place] = gradient[place];
    const power = places2.reduce((sum, place) => sum + own[place] ** 2, 0) / (places2.length || 1);
    size = at2 ? MEMORY * size + (1 - MEMORY) * power : power;
    const way = blurred(own, width * (1 - share + share * NARROW / WIDE2));
    const former = digit.slice();
    for (const place of places2) {
      const wish = way[place] / Math.sqrt(size || 1) - INK3 - VARIATION * variationSlope(former, place);
      const change = INERTIA * step[place] + (1 - INERTIA) * wish;
      step[place] = change;
      digit[place] = Math.min(Math.max(digit[place] + STEP3 * (1 - share) * change, 0), 1);
    }
    const isLook = (at2 + 1) % LOOKS === 0;
    const height = isLook ? heightOf(aim, (at2 + 1) / STEPS3, digit) : null;
    if (height) hasMoved ||= Math.abs(height.value - first.value) > MOVED * Math.abs(first.value);
    yield height;
  }
  if (hasMoved) return;
  throw new CannotExplain(text("maximise-silent", { name: aim.name, value: number(first.value) }));
}
function noise(aim) {
  const digit = new Float32Array(SIZE);
  const numbers = randomNumbers(SIZE, SEED2);
  for (const place of placesIn(aim)) digit[place] = NOISE * numbers[place];
  return digit;
}
function heightOf(aim, share, digit) {
  const value = aim.value(digit);
  if (!Number.isFinite(value)) throw new CannotExplain(text("maximise-not-finite", { name: aim.name }));
  return { share, digit: digit.slice(), value };
}
function placesIn({ field: { rows, columns } }) {
  const isIn = (place, [first, end]) => first <= place && place < end;
  return Array.from({ length: SIZE }, (_, at2) => at2).filter(
    (at2) => isIn(Math.floor(at2 / DIGIT_SIDE), rows) && isIn(at2 % DIGIT_SIDE, columns)
  );
}
function shiftedGradient(aim, digit, rows, columns) {
  const shifted = (at2, sign) => {
    const row = Math.floor(at2 / DIGIT_SIDE) + sign * rows + DIGIT_SIDE;
    return row % DIGIT_SIDE * DIGIT_SIDE + (at2 + sign * columns + DIGIT_SIDE) % DIGIT_SIDE;
  };
  const gradient = aim.gradient(digit.map((_, at2) => digit[shifted(at2, -1)]));
  return gradient.map((_, at2) => gradient[shifted(at2, 1)]);
}
function variationSlope(digit, at2) {
  const [row, column] = [Math.floor(at2 / DIGIT_SIDE), at2 % DIGIT_SIDE];
  const ink2 = digit[at2];
  const pull = (isInside, neighbour) => {
    const difference = ink2 - (isInside ? digit[neighbour] : 0);
    return difference / Math.sqrt(difference ** 2 + FLOOR ** 2);
  };
  return pull(row > 0, at2 - DIGIT_SIDE) + pull(row < DIGIT_SIDE - 1, at2 + DIGIT_SIDE) + pull(column > 0, at2 - 1) + pull(column < DIGIT_SIDE - 1, at2 + 1);
}
function blurred(picture, deviation) {
  const weights = Float64Array.from({ length: DIGIT_SIDE + 1 }, (_, away) => Math.exp(-0.5 * (away / deviation) ** 2));
  const whole = 2 * weights.reduce((sum, weight) => sum + weight) - 1;
  const along = (values2) => (
    // rows become columns, so that twice makes both axes
    values2.map((_, at2) => {
      const [column, row] = [Math.floor(at2 / DIGIT_SIDE), at2 % DIGIT_SIDE];
      let sum = 0;
      for (let i = 0; i < DIGIT_SIDE; i++) {
        sum += weights[Math.abs(i - column)] * values2[row * DIGIT_SIDE + i];
      }
      return sum / whole;
    })
  );
  return along(along(picture));
}

// explain/out_of_distribution.ts
var LAYER = "dense";
function looksLikeADigit(forward, statistics) {
  return forward.prediction === null || outOfDistributionScore(forward, statistics) <= 1;
}
function outOfDistributionScore({ activations }, statistics) {
  const [units, logits] = [LAYER, "logits"].map((layer) => {
    const values2 = activations.get(layer);
    if (!values2) throw new Error(text("layer-not-scored", { layer: quoted(layer) }));
    return values2;
  });
  const energies = statistics.get("energies", "float64").data;
  const predicted = logits.indexOf(Math.max(...logits));
  const energy = (energyOf(logits) - at(energies, predicted)) / at(energies, logits.length + predicted);
  const [distanceWeight = 0, energyWeight = 0, offset = 0] = statistics.get("weights", "float64").data;
  return distanceWeight * distanceOf(units, statistics) + energyWeight * energy + offset;
}
function distanceOf(units, statistics) {
  const [means, directions, centres, precisions, volumes] = [
    "means",
    "directions",
    "centres",
    "precisions",
    "volumes"
  ].map((name) => statistics.float32(name).data);
  const rank = centres.length / volumes.length;
  let nearest = Number.POSITIVE_INFINITY;
  for (let label = 0; label < volumes.length; label++) {
    let square = 0;
    for (let unit = 0; unit < units.length; unit++) {
      square += (at(units, unit) - at(means, label * units.length + unit)) ** 2;
    }
    let explained = 0;
    for (let direction = label * rank; direction < (label + 1) * rank; direction++) {
      explained += (product(units, directions, direction * units.length) - at(centres, direction)) ** 2;
    }
    nearest = Math.min(nearest, square * at(precisions, label) - explained + at(volumes, label));
  }
  return nearest;
}
function product(units, directions, start) {
  let sum = 0;
  for (let unit = 0; unit < units.length; unit++) sum += at(units, unit) * at(directions, start + unit);
  return sum;
}
function energyOf(logits) {
  const highest = Math.max(...logits);
  return -highest - Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0));
}
function at(values2, place) {
  return values2[place] ?? Number.NaN;
}

// explorer/sections/maximise/search.ts
var NOTHING = {
  header: { running: false, progress: 0, problem: "", shown: null },
  arrays: Arrays.of({})
};
var Search = class {
  // on the pad
  /**
   * @param guarded runs an action, and reports what goes wrong in it
   * @param statistics of digits that the network knows; null: nobody can say whether one looks like them
   * @param listener hears of everything new, and whether the ascent has ended
   */
  constructor(guarded, statistics, listener) {
    this.statistics = statistics;
    this.listener = listener;
    this.sliced = new SlicedWork(guarded);
  }
  statistics;
  listener;
  sliced;
  begun = 0;
  // the number of the last wish that an ascent was begun for
  sight = null;
  // of that; null: nothing was found yet
  problem = "";
  engine = null;
  state;
  // the newest one
  own = null;
  /** Begins what was asked for, once, ends what is not wanted any more, and returns what is shown; null: the section is closed. */
  compute(state) {
    this.state = state;
    const { settings } = state;
    const [isOpen, asked] = [settings.get("maximise_open"), settings.get("maximise_asked")];
    const isStopped = settings.get("maximise_stopped") === asked;
    if (!isOpen || isStopped || this.isOfOtherNetwork) this.sliced.stop();
    if (!isOpen) return null;
    const unit = settings.get("maximise_unit");
    if (unit && asked !== this.begun && !isStopped) this.begin(asked, unit);
    return this.part();
  }
  close() {
    this.sliced.close();
  }
  begin(asked, unit) {
    this.begun = asked;
    this.sight = null;
    this.problem = "";
    const { network, forward, settings } = this.state;
    const [start, edits] = [settings.get("maximise_start"), settings.get("edits")];
    const steps = this.climb({ unit, start, edits, network, digit: forward.digit });
    this.sliced.start(steps, () => this.listener(this.part(), true));
  }
  *climb(wish) {
    const { unit, network } = wish;
    if (this.engine?.arrays !== network.arrays) this.engine = new GradientEngine(network.layers, network.arrays);
    try {
      const aim = new Aim(this.engine, unit.layer, unit.index);
      let first = null;
      for (const newest of ascend(aim, startOf(wish, aim))) {
        if (newest) {
          first ??= newest;
          this.sight = { wish, aim, first, newest, forward: run(network, newest.digit) };
          this.listener(this.part(), false);
        }
        yield;
      }
    } catch (error) {
      if (!(error instanceof CannotExplain)) throw error;
      this.problem = error.message;
    }
  }
  get isOfOtherNetwork() {
    return this.sight !== null && !areSameEdits(this.sight.wish.edits, this.state.settings.get("edits"));
  }
  part() {
    const { sight } = this;
    if (this.isOfOtherNetwork) {
      return { ...NOTHING, header: { ...NOTHING.header, problem: text("maximise-other-network") } };
    }
    const running = this.sliced.isRunning;
    const problem = running ? "" : this.problem;
    const header = { running, progress: sight?.newest.share ?? 0, problem, shown: sight && this.shown(sight) };
    if (!sight) return { ...NOTHING, header };
    const digit = { dtype: "float32", shape: [28, 28], data: sight.newest.digit };
    return { header, arrays: Arrays.of({ digit }) };
  }
  shown({ wish: { start, digit }, aim, first, newest, forward }) {
    const { statistics } = this;
    const { network, original, forward: onPad3, settings } = this.state;
    const { prediction, confidence } = forward;
    return {
      name: aim.name,
      share: newest.share,
      start,
      former: start === "digit" && !isSameDigit2(digit, onPad3.digit),
      value: number(newest.value),
      before: number(first.value),
      own: number(this.valueOnPad(aim, onPad3.digit)),
      field: [...aim.field.rows, ...aim.field.columns],
      label: prediction === null ? null : settings.get("classes")[prediction] ?? String(prediction),
      confidence,
      familiar: statistics && network === original ? looksLikeADigit(forward, statistics) : null,
      patches: null
    };
  }
  /** Returns the value for the digit on the pad, which stays while an ascent goes on. */
  valueOnPad(aim, digit) {
    if (this.own?.aim !== aim || this.own.digit !== digit) this.own = { aim, digit, value: aim.value(digit) };
    return this.own.value;
  }
};
function startOf({ start, digit }, aim) {
  if (start === "digit") return digit;
  return start === "noise" ? noise(aim) : new Float32Array(digit.length);
}

// explorer/sections/maximise/unit_choice.ts
var WHOLE2 = "";
function layersOf({ model }) {
  const hidden = model.get("layers").filter(({ drawn, shape: shape2 }) => drawn && (shape2.length === 1 || shape2.length === 3));
  const classes = model.get("classes");
  const output = { name: model.get("output"), title: text("maximise-classes"), shape: [classes.length], classes };
  return [...hidden.map(({ name, title, shape: shape2 }) => ({ name, title, shape: shape2, classes: null })), output];
}
var UnitChoice = class {
  el = element("div", "mnistviz-maximise-choice");
  layer = new Choice2("maximise-layer");
  unit = new Choice2("maximise-unit");
  place = new Choice2("maximise-place");
  layers = [];
  constructor() {
    this.el.append(this.layer.el, this.unit.el, this.place.el);
    this.layer.select.addEventListener("change", () => this.fill(null));
  }
  /** Offers the layers of a network, and goes to a unit; a unit that is not there stands for the first class. */
  offer(layers, wanted) {
    this.layers = layers;
    this.layer.offer(layers.map(({ name, title }) => [name, title]));
    const isThere = layers.some(({ name }) => name === wanted?.layer);
    this.layer.select.value = isThere && wanted ? wanted.layer : layers.at(-1)?.name ?? "";
    this.fill(isThere ? wanted : null);
  }
  /** The unit that is chosen. */
  get chosen() {
    const unit = Number(this.unit.select.value);
    const place = this.place.el.hidden ? WHOLE2 : this.place.select.value;
    const index = place === WHOLE2 ? [unit] : [...JSON.parse(place), unit];
    return { layer: this.layer.select.value, index };
  }
  /** Offers the units of the chosen layer. */
  fill(wanted) {
    const layer = this.layers.find(({ name }) => name === this.layer.select.value);
    if (!layer) return;
    const { shape: shape2, classes } = layer;
    const [rows = 1, columns = 1] = shape2;
    const isMap = shape2.length === 3;
    this.unit.rename(isMap ? "maximise-channel" : classes ? "maximise-class" : "maximise-unit");
    const units = Array.from({ length: shape2.at(-1) ?? 0 }, (_, i) => [String(i), classes?.[i] ?? String(i)]);
    this.unit.offer(units);
    this.unit.select.value = String(wanted?.index.at(-1) ?? 0);
    this.place.el.hidden = !isMap;
    if (!isMap) return;
    const middle = [Math.floor(rows / 2), Math.floor(columns / 2)];
    const own = wanted?.index.length === 3 ? wanted.index.slice(0, 2) : null;
    const places2 = own && String(own) !== String(middle) ? [own, middle] : [middle];
    const named2 = places2.map(([row = 0, column = 0]) => {
      const words = text("maximise-one-place", { row: String(row), column: String(column) });
      return [JSON.stringify([row, column]), words];
    });
    this.place.offer([...named2, [WHOLE2, text("maximise-whole-map")]]);
    this.place.select.value = wanted && !own ? WHOLE2 : JSON.stringify(own ?? middle);
  }
};
var Choice2 = class {
  el;
  select = element("select");
  name = element("span");
  /** @param key of its name */
  constructor(key) {
    this.rename(key);
    this.el = element("label", "mnistviz-maximise-option", [this.name, this.select]);
    this.select.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow") || isLetter(event)) event.stopPropagation();
    });
  }
  rename(key) {
    this.name.textContent = text(key);
    this.select.setAttribute("aria-label", text(key));
  }
  offer(options) {
    this.select.replaceChildren(
      ...options.map(([value, name]) => Object.assign(element("option", "", [name]), { value }))
    );
  }
};

// explorer/sections/maximise/index.ts
var STARTS = [
  ["noise", "maximise-from-noise"],
  ["paper", "maximise-from-paper"],
  ["digit", "maximise-from-digit"]
];
var MaximiseSection = class {
  // if there is no notebook kernel
  /**
   * @param patches shows real digits; null: there are none
   * @param statistics of digits that the network knows; null: nobody can say whether one looks like them
   */
  constructor(patches, statistics = null) {
    this.patches = patches;
    this.statistics = statistics;
    this.result = new Result(patches, (digit, name) => this.feed(digit, name));
  }
  patches;
  statistics;
  name = "maximise";
  stage;
  header = null;
  // of what is shown
  read = 0;
  // the class that the network reads on the pad, as far as the page computes it
  unit = new UnitChoice();
  start = new Choice2("maximise-from");
  go = button(text("maximise-start"), () => this.startOrStop());
  bar = element("progress", "mnistviz-maximise-progress");
  problem = element("div", "mnistviz-maximise-problem");
  result;
  search = null;
  build(stage) {
    this.stage = stage;
    if (!stage.model.get("has_kernel")) {
      this.search = new Search(stage.guarded, this.statistics, (part, hasEnded) => {
        this.paint(part);
        if (hasEnded) this.describe();
      });
    }
    const { el } = new Drawer(stage, "maximise_open", text("maximise-title"), this.parts());
    el.classList.add("mnistviz-maximise");
    stage.questions.append(el);
    stage.listen(["change:inspected"], () => this.preselect(stage.model.get("inspected")));
    stage.listen(["change:layers", "change:classes"], () => this.preselect(this.unit.chosen));
    el.addEventListener("toggle", () => el.open && !this.header?.shown && this.preselect(this.wanted()));
    this.preselect(this.wanted());
  }
  compute(state) {
    this.read = state.forward.prediction ?? 0;
    return this.search ? this.search.compute(state) : state.partOfKernel(this.name);
  }
  paint(part) {
    if (part && part.header === this.header) return;
    this.header = part?.header ?? null;
    if (!part) return;
    const { running, progress, problem, shown } = part.header;
    setText(this.go, text(running ? "maximise-stop" : "maximise-start"));
    const isDone = shown?.share === 1 && (!this.patches || shown.patches !== null);
    this.bar.value = running ? progress : Number(isDone);
    setText(this.problem, problem);
    this.result.show(shown, part.arrays, running);
  }
  describe() {
    const { header } = this;
    if (header?.shown && !header.running) this.result.describe(header.shown);
  }
  /** What the unit has for the digit on the pad belongs to that digit. */
  kernelInterval() {
    return !this.search && this.header?.shown != null && this.stage.model.get("maximise_open") ? 0 : SELDOM;
  }
  close() {
    this.search?.close();
  }
  parts() {
    const { model } = this.stage;
    this.start.offer(STARTS.map(([value, key]) => [value, text(key)]));
    this.start.select.value = model.get("maximise_start");
    this.bar.setAttribute("aria-label", text("maximise-progress"));
    this.bar.value = 0;
    this.problem.setAttribute("role", "status");
    const about = element("div", "mnistviz-caption", [text("maximise-about")]);
    this.unit.el.append(this.start.el, this.go);
    return [about, this.unit.el, this.bar, this.problem, this.result.el];
  }
  /** The unit to begin with: that of the last ascent, or the one under the microscope, or the class that is read. */
  wanted() {
    const { model } = this.stage;
    return model.get("maximise_unit") ?? model.get("inspected") ?? { layer: model.get("output"), index: [this.read] };
  }
  preselect(unit) {
    if (unit) this.unit.offer(layersOf(this.stage), unit);
  }
  startOrStop() {
    const { model } = this.stage;
    if (this.header?.running) {
      save(model, "maximise_stopped", model.get("maximise_asked"));
      return;
    }
    model.set("maximise_unit", this.unit.chosen);
    model.set("maximise_start", this.start.select.value);
    save(model, "maximise_asked", model.get("maximise_asked") + 1);
  }
  feed(digit, name) {
    this.stage.send({ kind: "feed", name }, digit.buffer);
  }
};

// explorer/sections/maximise/patches.ts
var Patches = class {
  title = element("div", "mnistviz-caption");
  grid = element("div", "mnistviz-maximise-patches");
  el = element("div", "mnistviz-maximise-real", [this.title, this.grid]);
  shown = null;
  show({ patches, name }, arrays, isRunning) {
    const words = patches?.length ? "maximise-patches" : patches ? "maximise-no-patches" : "maximise-patches-wait";
    setText(this.title, patches || isRunning ? text(words, { name }) : "");
    if (JSON.stringify(patches) === JSON.stringify(this.shown)) return;
    this.shown = patches;
    this.grid.replaceChildren(
      ...(patches ?? []).map((patch, i) => {
        const { shape: shape2, data } = arrays.uint8(`patches/${i}`);
        const [rows = 1, columns = 1] = shape2;
        const canvas = element("canvas", "mnistviz-paper");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", text("maximise-patch-aloud", { ...patch }));
        paintInk(canvas, data, columns, rows);
        const words2 = element("span", "mnistviz-number", [text("maximise-patch", { ...patch })]);
        return element("div", "mnistviz-maximise-patch", [canvas, words2]);
      })
    );
  }
};

// explain/summation.ts
var LANES2 = 8;
var BLOCK = 128;
function sumOf2(values2) {
  const { length } = values2;
  if (length < LANES2) return values2.reduce((sum, value) => sum + value, 0);
  if (length > BLOCK) {
    const half = (length >> 1) - (length >> 1) % LANES2;
    return sumOf2(values2.subarray(0, half)) + sumOf2(values2.subarray(half));
  }
  const rest = length % LANES2;
  const lanes = values2.slice(0, LANES2);
  for (let i = LANES2; i < length - rest; i++) lanes[i % LANES2] = (lanes[i % LANES2] ?? 0) + (values2[i] ?? 0);
  const [a, b, c, d, e, f, g, h] = lanes;
  return values2.subarray(length - rest).reduce((sum, value) => sum + value, a + b + (c + d) + (e + f + (g + h)));
}

// explain/softmax_steps.ts
function softmaxSteps(logits) {
  const maximum2 = Math.max(...logits);
  const differences = logits.map((logit) => logit - maximum2);
  const exponentials = differences.map(Math.exp);
  const total = sumOf2(exponentials);
  return {
    logits,
    maximum: maximum2,
    differences,
    exponentials,
    total,
    probabilities: exponentials.map((value) => value / total)
  };
}

// explain/terms.ts
function readTerms(layer, below, index, kernel, factor = 1) {
  if (MAXIMA.includes(layer.kind) || MEANS.includes(layer.kind)) return poolTerms(layer, below, index);
  if (kernel && layer.window) return filterTerms(layer, below, index, kernel);
  const shape2 = mapShape(below);
  const unit = index.at(-1) ?? 0;
  if (kernel || layer.activation === "softmax") {
    const place = index.slice(0, -1);
    const source = Array.from({ length: shape2.at(-1) ?? 0 }, (_, channel) => [...place, channel]);
    const [, units = 1] = kernel?.shape ?? [];
    return termsOf(below, source, (term) => kernel ? kernel.data[term * units + unit] ?? 0 : Number(term === unit));
  }
  return termsOf(below, [layer.kind === "Flatten" ? unravel(unit, shape2) : index], () => factor);
}
function strongestOf({ product: product2, weight }) {
  let strongest2 = 0;
  for (let term = 1; term < product2.length; term++) {
    const lead = Math.abs(product2[term] ?? 0) - Math.abs(product2[strongest2] ?? 0);
    const isHeavier = Math.abs(weight[term] ?? 0) > Math.abs(weight[strongest2] ?? 0);
    if (lead > 0 || lead === 0 && isHeavier) strongest2 = term;
  }
  return strongest2;
}
function filterTerms(layer, below, index, { shape: shape2, data }) {
  const [row, column, filter] = index;
  const [filters, each, height, width] = shape2;
  const groups = Math.floor((mapShape(below).at(-1) ?? 1) / each);
  const first = Math.floor(filter * groups / filters) * each;
  const columns = partsInside(layer, below, 1, column);
  const source = [];
  const weights = [];
  for (const [y, top] of partsInside(layer, below, 0, row)) {
    for (const [x, left] of columns) {
      for (let channel = 0; channel < each; channel++) {
        source.push([y, x, first + channel]);
        weights.push(data[((filter * each + channel) * height + top) * width + left] ?? 0);
      }
    }
  }
  return termsOf(below, source, (term) => weights[term] ?? 0);
}
function poolTerms(layer, below, index) {
  const channel = index.at(-1) ?? 0;
  const along = (axis) => layer.window ? partsInside(layer, below, axis, index[axis] ?? 0).map(([place]) => place) : [...Array(below.shape[axis]).keys()];
  const columns = along(1);
  const source = along(0).flatMap((row) => columns.map((column) => [row, column, channel]));
  if (MEANS.includes(layer.kind)) return termsOf(below, source, () => 1 / source.length);
  const values2 = source.map((place) => valueAt(below, place));
  const winner = values2.indexOf(Math.max(...values2));
  return termsOf(below, source, (term) => Number(term === winner));
}
function partsInside(layer, below, axis, position) {
  const parts = windowPlaces(layer, below.shape, axis, position).map((place, part) => [place, part]);
  return parts.filter(([place]) => place >= 0 && place < (below.shape[axis] ?? 0));
}
function termsOf(below, places2, weigh) {
  const source = below.shape.length === 2 ? places2.map((place) => place.slice(0, 2)) : places2;
  const [value, weight] = [new Float32Array(source.length), new Float32Array(source.length)];
  const product2 = new Float64Array(source.length);
  source.forEach((place, term) => {
    value[term] = valueAt(below, place);
    weight[term] = weigh(term);
    product2[term] = (value[term] ?? 0) * (weight[term] ?? 0);
  });
  return { source, value, weight, product: product2 };
}
function mapShape({ shape: shape2 }) {
  return shape2.length === 2 ? [...shape2, 1] : shape2;
}

// explain/unit_explanation.ts
function hasWeights({ layer }) {
  return WEIGHTED.includes(layer.kind);
}
function isScaled({ layer }) {
  return SCALING.includes(layer.kind);
}
function fieldOf({ chain, index }) {
  return receptiveField(chain, index);
}
function winnerOf({ layer, terms }) {
  return MAXIMA.includes(layer.kind) ? terms.source[terms.weight.indexOf(1)] ?? null : null;
}
function placesOf(explanation, forward) {
  const { chain, terms, source } = explanation;
  const below = chain.slice(0, -1);
  while (PASSING.includes(below.at(-1)?.kind ?? "")) below.pop();
  if (below.at(-1)?.kind !== "Flatten") return [source, (term) => terms.source[term] ?? []];
  const { name, shape: shape2 } = valuesOf(forward, below.at(-2));
  return [name, (term) => unravel(terms.source[term]?.[0] ?? 0, shape2)];
}
function account(explanation) {
  const { layer, index, terms, softmax: softmax2, source } = explanation;
  if (hasWeights(explanation)) return accountOfSum(explanation);
  const count = terms.source.length;
  const winner = winnerOf(explanation);
  if (winner) return text("account-of-maximum", { count, unit: unitName(source, winner) });
  if (MEANS.includes(layer.kind)) return text("account-of-mean", { count, layer: source });
  const sum = number(explanation.sum);
  if (softmax2) return text("account-of-softmax", { unit: unitName(source, index), sum, ...softmaxValues(softmax2) });
  return accountOfOne(explanation);
}
function accountOfOne(explanation) {
  const { layer, terms, bias, sum, source } = explanation;
  const { activation: activation2, kind } = layer;
  const unit = unitName(source, terms.source[0] ?? []);
  if (activation2 !== "linear") return text("account-of-activation", { activation: activation2, value: number(sum), unit });
  if (PASSING.includes(kind)) return text("account-of-passing", { unit, kind });
  if (!isScaled(explanation)) return text("account-of-same-value", { unit });
  const [value, weight] = [number(terms.value[0] ?? 0), signedNumber(terms.weight[0] ?? 0)];
  return text("account-of-scaled", { value, weight, offset: signedNumber(bias), unit });
}
function accountOfSum({ layer, terms, bias, sum, softmax: softmax2, source }) {
  const products = {
    count: terms.source.length,
    layer: source,
    products: number(sum - bias),
    bias: signedNumber(bias)
  };
  const total = { sum: number(sum) };
  if (softmax2) return text("account-of-softmax-of-sum", { ...total, ...products, ...softmaxValues(softmax2) });
  if (layer.activation === "linear") return text("account-of-sum", products);
  return text("account-of-activated-sum", { activation: layer.activation, ...total, ...products });
}
function softmaxValues({ maximum: maximum2, total, logits }) {
  return { maximum: signedNumber(maximum2), total: number(total), logits: logits.length };
}
function receptiveFieldText({ rows, columns }) {
  if (rows[0] === rows[1] || columns[0] === columns[1]) return text("receptive-field-empty");
  const [[top, below], [left, beyond]] = [rows, columns];
  return text("receptive-field", { top, bottom: below - 1, left, right: beyond - 1 });
}
function explanationOf(forward, chain, index, terms, bias, softmax2) {
  const layer = chain.at(-1);
  const sum = sumOf2(terms.product) + bias;
  const value = valueAt(valuesOf(forward, layer), index);
  return { chain, layer, index, terms, bias, sum, value, source: valuesOf(forward, chain.at(-2)).name, softmax: softmax2 };
}

// explain/explanation.ts
var TOLERANCE2 = 1e-3;
function explainUnit(network, forward, name, index) {
  const chain = chainTo(network.layers, name);
  const layer = chain.at(-1);
  checkIndex(layer, index);
  const problem = whyNotExplained(layer);
  if (problem) throw new CannotExplain(problem);
  const below = valuesOf(forward, chain.at(-2));
  const unit = index.at(-1) ?? 0;
  const [weights, scale] = [network.weightsOf(name), network.scaleOf(name)];
  const bias = weights?.bias.data[unit] ?? scale?.offset[unit] ?? 0;
  const terms = readTerms(layer, below, index, weights?.kernel ?? null, scale?.factor[unit]);
  const softmax2 = layer.activation === "softmax" ? stepsOf2(layer, below, index, weights) : null;
  const explanation = explanationOf(forward, chain, index, terms, bias, softmax2);
  checkValue(explanation);
  return explanation;
}
function traceUnit(network, forward, start) {
  const steps = [[start.layer.name, start.index]];
  let explanation = start;
  while (explanation.terms.source.length) {
    const { source, terms } = explanation;
    const index = terms.source[strongestOf(terms)] ?? [];
    steps.push([source, index]);
    const layer = network.layers.find(({ name }) => name === source);
    if (source === DIGIT2 || layer && whyNotExplained(layer)) break;
    explanation = explainUnit(network, forward, source, index);
  }
  return steps;
}
function checkInk({ digit }) {
  if (!digit.some((value) => value !== 0)) throw new CannotExplain(text("nothing-to-explain"));
}
function stepsOf2(layer, below, index, weights) {
  if (!weights) return softmaxSteps(Float64Array.from(readTerms(layer, below, index, null).value));
  const place = index.slice(0, -1);
  const { kernel, bias } = weights;
  const logits = Float64Array.from(bias.data, (added, channel) => {
    return sumOf2(readTerms(layer, below, [...place, channel], kernel).product) + added;
  });
  return softmaxSteps(logits);
}
function checkValue(explanation) {
  const { layer, index, terms, bias, sum, value, softmax: softmax2 } = explanation;
  const expected = {
    linear: sum,
    relu: Math.max(sum, 0),
    softmax: softmax2?.probabilities[index.at(-1) ?? 0]
  }[layer.activation];
  if (!(hasWeights(explanation) || isScaled(explanation)) || expected === void 0) return;
  const tolerance = TOLERANCE2 * (1e-3 + Math.abs(bias) + sumOf2(terms.product.map(Math.abs)));
  if (Math.abs(expected - value) <= tolerance) return;
  const unit = unitName(layer.name, index);
  const values2 = { expected: significant(expected, 6), value: significant(value, 6) };
  throw new CannotExplain(text("forward-pass-of-other-weights", { unit, ...values2 }));
}

// explain/inspect.ts
var STRONGEST = 6;
function inspect(network, forward, layer, index, isTracing, onPaper) {
  try {
    checkInk(forward);
    const explanation = explainUnit(network, forward, layer, index);
    const path = isTracing ? stopsOf(network, forward, explanation) : [];
    const header = { ...headerOf(network, forward, explanation, onPaper), path };
    return { header: { ...header, ...origin(explanation, forward) }, terms: packedTerms(explanation) };
  } catch (error) {
    if (!(error instanceof CannotExplain)) throw error;
    return { header: { layer, index, name: unitName(layer, index), problem: error.message }, terms: null };
  }
}
function headerOf(network, forward, explanation, onPaper) {
  const { layer, index, value, source } = explanation;
  const field = fieldOf(explanation);
  return {
    layer: layer.name,
    index,
    problem: "",
    name: unitName(layer.name, index),
    value: number(value),
    account: account(explanation),
    sees: text("explanation-sees", { field: receptiveFieldText(field) }),
    // biome-ignore lint/suspicious/noThenProperty: the same name as in Python
    then: thenText(network, forward, explanation),
    source,
    weighted: hasWeights(explanation),
    field,
    pad: onPad2(field, onPaper),
    path: []
  };
}
function origin(explanation, forward) {
  const { layer, terms, softmax: softmax2 } = explanation;
  if (softmax2) return { softmax: softmaxTexts(softmax2) };
  if (layer.window) return { window: windowOf(explanation) };
  if (terms.source.length > 1) return { strongest: strongest(explanation, forward) };
  return { origin: terms.source[0] ?? [] };
}
function stopsOf(network, forward, explanation) {
  return traceUnit(network, forward, explanation).map(([layer, index]) => {
    const values2 = valuesOf(forward, layer === DIGIT2 ? void 0 : network.layers.find(({ name }) => name === layer));
    return { layer, index, name: unitName(layer, index), value: number(valueAt(values2, index)) };
  });
}
function thenText(network, forward, { chain, index, value }) {
  const above = network.layers[chain.length];
  if (!above || !ACTIVATIONS.includes(above.kind) || whyNotExplained(above)) return "";
  const made = { layer: above.name, value: number(valueAt(valuesOf(forward, above), index)) };
  if (above.activation === "softmax") return text("then-softmax", { ...made, count: above.shape.at(-1) ?? 0 });
  return text("then-activation", { ...made, activation: above.activation, input: number(value) });
}
function onPad2({ rows, columns }, onPaper) {
  const [left, top] = pointOf(onPaper, rows[0], columns[0]);
  const [right, bottom] = pointOf(onPaper, rows[1], columns[1]);
  const clip = (place) => Math.min(Math.max(place, 0), PAPER_SIDE);
  return [clip(left), clip(top), clip(right), clip(bottom)];
}
function windowOf(explanation) {
  const { source } = explanation.terms;
  const isDigit = explanation.source === DIGIT2;
  const along = (axis) => [...new Set(source.map((place) => place[axis] ?? 0))];
  const channels = isDigit ? [0] : along(2);
  return { rows: along(0), columns: along(1), channels, winner: winnerOf(explanation) };
}
function packedTerms(explanation) {
  const { layer, terms, softmax: softmax2 } = explanation;
  if (softmax2 || !layer.window) return null;
  const { rows, columns, channels } = windowOf(explanation);
  const shape2 = [3, rows.length, columns.length, channels.length];
  return { dtype: "float32", shape: shape2, data: Float32Array.of(...terms.value, ...terms.weight, ...terms.product) };
}
function softmaxTexts({ logits, differences, exponentials, probabilities, total }) {
  return {
    logits: Array.from(logits, number),
    differences: Array.from(differences, number),
    exponentials: Array.from(exponentials, number),
    probabilities: Array.from(probabilities, number),
    total: number(total)
  };
}
function strongest(explanation, forward) {
  const { value, weight, product: product2 } = explanation.terms;
  const [layer, place] = placesOf(explanation, forward);
  const of = (values2, term) => values2[term] ?? 0;
  const written2 = (term) => ({
    index: place(term),
    name: unitName("", place(term)),
    value: number(of(value, term)),
    weight: number(of(weight, term)),
    product: number(of(product2, term))
  });
  const terms = [...product2.keys()];
  const adding = terms.filter((term) => of(product2, term) > 0).sort((a, b) => of(product2, b) - of(product2, a));
  const taking = terms.filter((term) => of(product2, term) < 0).sort((a, b) => of(product2, a) - of(product2, b) || b - a);
  return {
    layer,
    positive: adding.slice(0, STRONGEST).map(written2),
    negative: taking.slice(0, STRONGEST).map(written2)
  };
}

// explain/inspection.ts
function isExplained(inspection) {
  return inspection.problem === "";
}

// explorer/sections/microscope/chips.ts
var Chips = class {
  /** @param onPin takes the number of a channel that was chosen */
  constructor(onPin) {
    this.onPin = onPin;
    this.el.setAttribute("role", "group");
    this.el.setAttribute("aria-label", text("input-channels"));
  }
  onPin;
  el = element("div", "mnistviz-chips");
  /** Shows the buttons in place: while the ranking changes under the pen, their texts change. */
  show({ channels, contributions, ranking, shown, isPinned }) {
    fillUp(this.el, ranking.length, () => this.chip());
    ranking.forEach((which, i) => {
      const chip = this.el.children[i];
      const [channel, contribution] = [channels[which] ?? 0, contributions[which] ?? 0];
      chip.dataset.channel = String(channel);
      setText(chip.firstElementChild, String(channel));
      setText(chip.lastElementChild, signed(contribution));
      const words = { channel: String(channel), shown: signed(contribution), contribution: compact(contribution) };
      chip.setAttribute("aria-label", text("channel-contributes", words));
      chip.setAttribute("aria-pressed", String(which === shown));
      chip.classList.toggle("mnistviz-pinned", isPinned && which === shown);
    });
  }
  chip() {
    const chip = element("button", "mnistviz-chip", [element("b"), " ", element("span")]);
    chip.addEventListener("click", () => this.onPin(Number(chip.dataset.channel)));
    return chip;
  }
};

// explorer/sections/microscope/tables.ts
var HeatMap = class {
  el;
  caption = element("caption");
  columnNames;
  rowNames;
  squares;
  /** @param sign stands before the table */
  constructor(rows, columns, sign) {
    const heads = (count, scope) => Array.from({ length: count }, () => Object.assign(element("th"), { scope }));
    this.columnNames = heads(columns, "col");
    this.rowNames = heads(rows, "row");
    this.squares = Array.from({ length: rows * columns }, () => element("td"));
    const lines = this.rowNames.map(
      (name, y) => element("tr", "", [name, ...this.squares.slice(y * columns, (y + 1) * columns)])
    );
    const head = element("tr", "", [element("td"), ...this.columnNames]);
    const table = element("table", "mnistviz-heat-map", [this.caption, head, ...lines]);
    this.el = element("div", "mnistviz-factor", [element("span", "mnistviz-sign", [sign]), table]);
  }
  show({ caption, rows, columns, values: values2, colourOf: colourOf2, winner }) {
    setText(this.caption, caption);
    for (const [x, name] of this.columnNames.entries()) setText(name, String(columns[x]));
    for (const [y, name] of this.rowNames.entries()) setText(name, String(rows[y]));
    this.squares.forEach((node, i) => {
      const [row, column] = [rows[Math.floor(i / columns.length)], columns[i % columns.length]];
      const value = values2[i] ?? 0;
      const colour2 = colourOf2(value);
      const isWinner = winner !== null && winner[0] === row && winner[1] === column;
      setText(node, isWinner ? `★ ${compact(value)}` : compact(value));
      node.classList.toggle("mnistviz-wins", isWinner);
      node.style.background = css(colour2);
      node.style.color = inkOn(colour2);
    });
  }
};
var Lines = class {
  el;
  heads;
  body = element("tbody");
  constructor(caption, heads) {
    this.heads = heads.map((head2) => Object.assign(element("th", "", [head2]), { scope: "col" }));
    const head = element("thead", "", [element("tr", "", this.heads)]);
    const table = element("table", "mnistviz-lines", [element("caption", "", [caption]), head, this.body]);
    this.el = element("div", "mnistviz-factor", [table]);
  }
  /** @param emphasised the number of the line that is emphasised, if one is */
  show(firstHead, lines, emphasised) {
    if (this.heads[0]) setText(this.heads[0], firstHead);
    const line = () => element(
      "tr",
      "",
      this.heads.map(() => element("td"))
    );
    fillUp(this.body, lines.length, line);
    lines.forEach((texts, y) => {
      const row = this.body.rows[y];
      for (const [x, text2] of texts.entries()) setText(row?.cells[x], text2);
      row?.classList.toggle("mnistviz-wins", y === emphasised);
    });
  }
};

// explorer/sections/microscope/terms.ts
var [VALUES, WEIGHTS, PRODUCTS] = [0, 1, 2];
var WindowTerms = class {
  data;
  squares;
  channels;
  /** @param terms (3, rows, columns, channels) */
  constructor({ data, shape: shape2 }) {
    const [, rows = 0, columns = 0, channels = 0] = shape2;
    this.data = data;
    this.squares = rows * columns;
    this.channels = channels;
  }
  /** Returns the numbers of one kind and channel, row by row. */
  of(kind, channel) {
    const at2 = (square) => (kind * this.squares + square) * this.channels + channel;
    return Float32Array.from({ length: this.squares }, (_, square) => this.data[at2(square)] ?? 0);
  }
  /** Returns the largest size of a kind, over all channels. */
  high(kind) {
    const count = this.squares * this.channels;
    const all = this.data.subarray(kind * count, (kind + 1) * count);
    return all.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  }
  /** Returns what each channel contributes: the sum of its products. */
  get contributions() {
    const sum = (products) => products.reduce((total, product2) => total + product2, 0);
    return Array.from({ length: this.channels }, (_, channel) => sum(this.of(PRODUCTS, channel)));
  }
};
function ranked(contributions) {
  const size = (channel) => Math.abs(contributions[channel] ?? 0);
  return contributions.map((_, channel) => channel).sort((a, b) => size(b) - size(a));
}

// explorer/sections/microscope/arithmetic.ts
var KINDS4 = [VALUES, WEIGHTS, PRODUCTS];
var SIGNS = ["", "×", "="];
var Arithmetic = class {
  /**
   * @param table returns the colours in use
   * @param classes the names of the classes
   * @param onPin takes the number of an input channel that was chosen
   */
  constructor(table, classes, onPin) {
    this.table = table;
    this.classes = classes;
    this.chips = new Chips(onPin);
    this.words = element("div", "mnistviz-words", [this.problem, this.account, this.next]);
  }
  table;
  classes;
  chips;
  words;
  tables = element("div", "mnistviz-heat-maps");
  problem = element("div", "mnistviz-problem");
  account = element("div", "mnistviz-account");
  next = element("div", "mnistviz-then");
  layout = "";
  heatMaps = [];
  lines = [];
  /**
   * Shows how a value is computed.
   *
   * @param arrays have the terms of a window
   * @param pinned is the number of the input channel that is pinned, if one is
   * @param isSigned whether the values in the window can be negative
   */
  show(inspection, arrays, pinned, isSigned) {
    setText(this.problem, inspection.problem);
    const explained = isExplained(inspection) ? inspection : null;
    setText(this.account, explained ? `${explained.account} = ${explained.value}` : "");
    setText(this.next, explained?.then ?? "");
    const window2 = explained?.window;
    this.chips.el.hidden = !(explained?.weighted && window2 && window2.channels.length > 1);
    if (explained && window2?.rows.length) {
      this.showWindow(explained, window2, new WindowTerms(arrays.float32("terms")), pinned, isSigned);
    } else if (explained?.strongest) this.showStrongest(explained.strongest);
    else if (explained?.softmax) this.showSoftmax(explained.softmax, explained.index);
    else this.arrange("", [], []);
  }
  showWindow({ weighted, source }, { rows, columns, channels, winner }, terms, pinned, isSigned) {
    const { contributions } = terms;
    const ranking = ranked(contributions);
    const shown = Math.max(
      0,
      pinned !== null && channels.includes(pinned) ? channels.indexOf(pinned) : ranking[0] ?? 0
    );
    if (!this.chips.el.hidden) this.chips.show({ channels, contributions, ranking, shown, isPinned: pinned !== null });
    const kinds = weighted ? KINDS4 : [VALUES];
    const layout = `window ${rows.length} ${columns.length} ${kinds.length}`;
    if (this.layout !== layout) {
      const made = kinds.map((kind) => new HeatMap(rows.length, columns.length, SIGNS[kind] ?? ""));
      this.arrange(layout, made, []);
    }
    const isDigit = source === "digit";
    const values2 = isDigit ? text("digit") : text("map", { layer: source, channel: channels[shown] ?? 0 });
    const captions = [values2, text("kernel"), text("products")];
    for (const kind of kinds) {
      const isBoth = kind !== VALUES || isSigned;
      const colours = kind === VALUES && isDigit ? themedPaper() : this.table(isBoth);
      const high = terms.high(kind);
      const [down, across] = kind === WEIGHTS ? [rows.map((_, y) => y), columns.map((_, x) => x)] : [rows, columns];
      this.heatMaps[kind]?.show({
        caption: captions[kind] ?? "",
        rows: down,
        columns: across,
        values: terms.of(kind, shown),
        colourOf: (value) => colours[codeOf(value, high, isBoth)] ?? 0,
        winner
      });
    }
  }
  showStrongest({ layer, positive, negative }) {
    const heads = [layer, text("value"), text("weight"), text("product")];
    if (this.layout !== "strongest") {
      this.arrange("strongest", [], [new Lines(text("for-it"), heads), new Lines(text("against-it"), heads)]);
    }
    [positive, negative].forEach((terms, i) => {
      const lines = terms.map(({ name, value, weight, product: product2 }) => [name, value, weight, product2]);
      this.lines[i]?.show(layer, lines, null);
    });
  }
  showSoftmax({ logits, differences, exponentials, probabilities, total }, index) {
    const heads = [text("class"), text("logit"), text("minus-maximum"), text("exponential"), text("share-of-sum")];
    if (this.layout !== "softmax") this.arrange("softmax", [], [new Lines(text("softmax"), heads)]);
    const lines = logits.map((logit, i) => [
      this.classes[i] ?? String(i),
      logit,
      differences[i] ?? "",
      exponentials[i] ?? "",
      probabilities[i] ?? ""
    ]);
    const sum = [text("sum"), "", "", total, "1"];
    this.lines[0]?.show(heads[0] ?? "", [...lines, sum], index.at(-1) ?? null);
  }
  /** Puts other tables in place; under the pen only their texts change. */
  arrange(layout, heatMaps, lines) {
    if (this.layout === layout) return;
    Object.assign(this, { layout, heatMaps, lines });
    this.tables.replaceChildren(...[...heatMaps, ...lines].map(({ el }) => el));
  }
};

// explorer/sections/microscope/field.ts
var PadField = class {
  el = element("div", "mnistviz-field");
  /** @param box left, top, right and bottom in pad pixels; null hides the mark */
  show(pad2, box) {
    if (!pad2 || !box) {
      this.hide();
      return;
    }
    const [left, top, right, bottom] = box;
    const place = { left, top, width: right - left, height: bottom - top };
    for (const [name, length] of Object.entries(place))
      this.el.style.setProperty(name, `${100 * length / PAPER_SIDE}%`);
    if (this.el.parentElement !== pad2) pad2.append(this.el);
  }
  hide() {
    this.el.remove();
  }
};

// explorer/sections/microscope/marks.ts
var DIGIT4 = "digit";
var THICK = 2;
var USUAL2 = 1.5;
var THIN = 1;
function marksOf(inspection) {
  const marks = /* @__PURE__ */ new Map();
  if (!inspection || !isExplained(inspection)) return marks;
  const put = (layer2, spot, width = USUAL2, dashed = false) => {
    marks.set(layer2, [...marks.get(layer2) ?? [], { ...spot, width, dashed }]);
  };
  const putUnit = (layer2, index2, width, dashed) => put(layer2, spotIn(layer2, index2), width, dashed);
  const { field, layer, index, window: window2, source, strongest: strongest2, softmax: softmax2, origin: origin2 } = inspection;
  if (field.rows[0] < field.rows[1]) put(DIGIT4, { channels: null, ...field }, THICK);
  putUnit(layer, index, THICK);
  if (window2) {
    const spot = spotOfWindow(window2);
    if (spot && source !== DIGIT4) put(source, spot, THIN);
    if (window2.winner) putUnit(source, window2.winner, THICK);
  }
  for (const term of strongest2?.positive ?? []) putUnit(strongest2?.layer ?? "", term.index);
  for (const term of strongest2?.negative ?? []) putUnit(strongest2?.layer ?? "", term.index, USUAL2, true);
  if (softmax2) putUnit(source, index);
  else if (origin2) putUnit(source, origin2);
  return marks;
}
function spotIn(layer, index) {
  return spotOf(layer === DIGIT4 ? index.slice(0, 2) : index);
}
function spotOfWindow({ rows, columns, channels }) {
  const [top, bottom, left, right] = [rows[0], rows.at(-1), columns[0], columns.at(-1)];
  if (top === void 0 || bottom === void 0 || left === void 0 || right === void 0) return null;
  return { channels, rows: [top, bottom + 1], columns: [left, right + 1] };
}
function kernelOf2(inspection, layer) {
  return inspection?.layer === layer ? inspection.index.at(-1) ?? null : null;
}
function spokenParts({ name, value, account: account2, then, sees }) {
  return [`${name} = ${value}: ${account2}`, then, sees];
}

// explorer/sections/microscope/panel.ts
var MAP_SIDE = 104;
var Panel3 = class {
  // one of its maps, enlarged
  constructor(stage, slide, { chips, words, tables }, stops, listener) {
    this.stage = stage;
    this.listener = listener;
    this.trace = button(text("trace"), () => listener.trace(), text("trace-to-pixels"));
    this.trace.title = text("trace-to-pixels");
    const close = button("×", () => listener.close(), text("close-microscope"));
    const tools = element("div", "mnistviz-microscope-tools", [slide, this.trace, close]);
    const head = element("div", "mnistviz-microscope-head", [this.title, tools]);
    words.append(this.sees);
    const body = element("div", "mnistviz-microscope-body", [this.enlarged, words, tables]);
    this.el = element("section", "mnistviz-microscope", [head, body, chips.el, stops, this.spoken]);
    this.title.setAttribute("role", "heading");
    this.title.setAttribute("aria-level", "2");
    this.el.setAttribute("role", "region");
    this.el.addEventListener("keydown", (event) => this.key(event));
  }
  stage;
  listener;
  el;
  title = element("div", "mnistviz-microscope-title");
  trace;
  sees = element("div", "mnistviz-sees");
  enlarged = element("figure", "mnistviz-large");
  spoken = announcer("mnistviz-said", "polite");
  source = null;
  // the strip of the unit's layer
  map = null;
  get hasFocus() {
    return this.el.contains(document.activeElement);
  }
  showTracing(isTracing) {
    this.trace.setAttribute("aria-pressed", String(isTracing));
  }
  /** Goes into the dock, which follows the layer in the order of the keyboard, and has its place on the screen. */
  place(layer) {
    const { dock, folds, tools } = this.stage;
    (folds.get(layer) ?? tools).after(dock);
    dock.append(this.el);
    this.source = this.map = null;
  }
  hide() {
    this.el.remove();
    this.source = this.map = null;
  }
  show(inspection) {
    const { layer, index, name } = inspection;
    const strip = this.stage.strips.get(layer);
    const channel = index.at(-1) ?? 0;
    if (!strip?.sizes.isMaps) this.enlarged.replaceChildren();
    else if (this.map?.only !== channel) this.enlarge(strip, channel);
    setText(this.title, isExplained(inspection) ? `${name} = ${inspection.value}` : name);
    this.el.dataset.unit = name;
    this.el.setAttribute("aria-label", text("microscope-of", { unit: name }));
    setText(this.sees, isExplained(inspection) ? inspection.sees : "");
    this.refresh();
  }
  /** Takes over the new codes, values or colours of the unit's layer. */
  refresh() {
    if (!this.map || !this.source?.codes) return;
    this.map.marks = this.source.marks;
    this.map.show(this.source.codes, this.source.range, this.source.table);
    this.map.values = this.source.values;
  }
  say(words) {
    setText(this.spoken, words);
  }
  enlarge(strip, channel) {
    const { layer, sizes } = strip;
    const map = new Strip(layer, {
      point: this.stage.point,
      choose: (which, place) => this.listener.choose(layer.name, indexOf2(which, place)),
      escape: () => this.listener.close()
    });
    map.only = channel;
    const name = text("map", { layer: layer.name, channel });
    map.canvas.setAttribute("aria-label", text("microscope-map", { map: name }));
    const hadFocus = this.enlarged.contains(document.activeElement);
    this.enlarged.replaceChildren(map.canvas);
    map.resize(sizes.columns * Math.max(1, Math.floor(MAP_SIDE / Math.max(sizes.rows, sizes.columns))));
    if (hadFocus) map.canvas.focus({ preventScroll: true });
    Object.assign(this, { map, source: strip });
  }
  key(event) {
    if (event.key === "Escape") this.listener.close();
    else if (!isLetter(event)) return;
    event.stopPropagation();
  }
};

// explorer/sections/microscope/path.ts
var STEP4 = 350;
var DOT2 = 4;
function pointsOf3(stops, locate, [left, top]) {
  const points = stops.map(locate).filter((point) => point !== null);
  return points.map(([x, y]) => [x - left, y - top]);
}
function polyline(points) {
  return points.map((point) => point.join(",")).join(" ");
}
var Path = class {
  /** @param locate returns where a stop is in the window, or null if its layer is folded */
  constructor(locate) {
    this.locate = locate;
    this.el.setAttribute("aria-hidden", "true");
    this.lines = ["mnistviz-path-edge", "mnistviz-path-line"].map((name) => this.add("polyline", name));
    this.clear();
  }
  locate;
  el = svg("svg", "mnistviz-path");
  list = element("ol", "mnistviz-stops");
  lines;
  dots = [];
  stops = [];
  walked = 0;
  timer;
  clear() {
    clearTimeout(this.timer);
    this.stops = [];
    this.walked = 0;
    this.paint();
  }
  /** Shows a path. The first one is walked; while it changes under the pen, it is shown as far as it has been walked. */
  show(stops) {
    const isNew = !this.stops.length;
    this.stops = stops;
    if (isNew) {
      this.walked = isStill() ? stops.length : 1;
      this.walk();
    } else this.paint();
  }
  walk() {
    this.paint();
    if (this.walked >= this.stops.length) return;
    this.timer = setTimeout(() => {
      this.walked += 1;
      this.walk();
    }, STEP4);
  }
  paint() {
    const stops = this.stops.slice(0, this.walked);
    fillUp(this.list, stops.length, () => element("li"));
    stops.forEach(({ name, value }, i) => {
      setText(this.list.children[i], `${name} = ${value}`);
    });
    this.list.dataset.walked = stops.length && stops.length === this.stops.length ? "all" : "";
    const { left, top } = this.el.getBoundingClientRect();
    const points = pointsOf3(stops, this.locate, [left, top]);
    for (const line of this.lines) line.setAttribute("points", polyline(points));
    while (this.dots.length > points.length) this.dots.pop()?.remove();
    while (this.dots.length < points.length) this.dots.push(this.add("circle", "mnistviz-path-dot"));
    points.forEach(([x, y], i) => {
      const place = { cx: x, cy: y, r: DOT2 };
      for (const [name, value] of Object.entries(place)) this.dots[i]?.setAttribute(name, String(value));
    });
  }
  add(name, className) {
    const node = svg(name, className);
    this.el.append(node);
    return node;
  }
};

// explorer/sections/microscope/slide.ts
var SPEEDS = { slow: 900, normal: 350, fast: 80 };
function nextIndex([row = 0, column = 0, channel = 0], rows, columns) {
  const next = row * columns + column + 1;
  return next < rows * columns ? [Math.floor(next / columns), next % columns, channel] : null;
}
var Slide = class {
  /** @param step moves on by one unit; returns false at the end of the map */
  constructor(step) {
    this.step = step;
    this.play = button("", () => this.isPlaying ? this.stop() : this.start());
    const single = button(text("slide-step"), () => {
      this.stop();
      this.step();
    });
    const names = { slow: text("slow"), normal: text("normal"), fast: text("fast") };
    const options = Object.entries(names).map(
      ([value, name]) => Object.assign(element("option", "", [name]), { value })
    );
    this.speed = element("select", "", options);
    this.speed.setAttribute("aria-label", text("slide-speed"));
    this.speed.value = "normal";
    this.el = element("div", "mnistviz-slide", [this.play, single, this.speed]);
    this.el.title = text("slide-aloud");
    this.el.setAttribute("role", "group");
    this.el.setAttribute("aria-label", text("slide-aloud"));
    this.stop();
  }
  step;
  el;
  play;
  speed;
  isPlaying = false;
  isMoving = false;
  // a step is under way to the notebook kernel and back
  timer;
  stop() {
    clearTimeout(this.timer);
    this.isPlaying = this.isMoving = false;
    setText(this.play, text("play"));
    this.play.disabled = isStill();
    this.play.title = isStill() ? text("slide-still") : "";
  }
  /** The unit of the last step has been painted. */
  painted() {
    if (!this.isMoving) return;
    this.isMoving = false;
    this.timer = setTimeout(() => this.move(), SPEEDS[this.speed.value]);
  }
  start() {
    this.isPlaying = true;
    setText(this.play, text("pause"));
    this.move();
  }
  move() {
    this.isMoving = this.step();
    if (!this.isMoving) this.stop();
  }
};

// explorer/sections/microscope/index.ts
var MicroscopeSection = class {
  name = "microscope";
  stage;
  panel;
  arithmetic;
  shown = null;
  pinned = null;
  // the input channel that is shown
  opener = null;
  // had the focus before the panel was opened
  isWanted = false;
  // the reader has asked for the panel, which may be out of sight
  slide = new Slide(() => this.moveOn());
  path = new Path((stop) => this.locate(stop));
  field = new PadField();
  build(stage) {
    this.stage = stage;
    stage.inspector = this;
    this.arithmetic = new Arithmetic(
      (isSigned) => stage.colours(isSigned),
      stage.model.get("classes"),
      (channel) => this.pin(channel)
    );
    this.panel = new Panel3(stage, this.slide.el, this.arithmetic, this.path.list, {
      choose: (layer, index) => this.choose(layer, index),
      trace: () => save(stage.model, "tracing", !stage.model.get("tracing")),
      close: () => this.dismiss()
    });
    stage.listen(["change:inspected", "change:tracing"], () => this.showState());
    this.showState();
  }
  /** Puts a unit under the microscope; the same one a second time closes it. */
  choose(layer, index) {
    const had = this.stage.model.get("inspected");
    if (had && nameOf3(had.layer, had.index) === nameOf3(layer, index)) {
      this.dismiss();
      return;
    }
    if (!this.panel.hasFocus) this.opener = document.activeElement;
    this.slide.stop();
    this.isWanted = true;
    this.inspect(layer, index);
  }
  /** The keyboard's cursor has moved on a strip: if that shows the inspected unit, the choice moves along. */
  follow(strip) {
    const had = this.stage.model.get("inspected");
    const isKernel = this.stage.kernels.get(strip.layer.name) === strip;
    if (!had || isKernel || had.layer !== strip.layer.name || !strip.cursor) return;
    this.slide.stop();
    this.inspect(had.layer, indexOf2(strip, strip.cursor));
  }
  dismiss() {
    if (!this.stage.model.get("inspected")) return;
    const hadFocus = this.panel.hasFocus;
    save(this.stage.model, "inspected", null);
    if (hadFocus && this.opener instanceof HTMLElement && this.opener.isConnected)
      this.opener.focus({ preventScroll: true });
  }
  close() {
    this.slide.stop();
    this.path.clear();
    this.field.hide();
  }
  compute({ network, forward, framing, settings }) {
    const unit = settings.get("inspected");
    if (!unit) return null;
    const { layer, index } = unit;
    const { header, terms } = inspect(network, forward, layer, index, settings.get("tracing"), framing.onPaper);
    return { header, arrays: Arrays.of(terms ? { terms } : {}) };
  }
  /** Sets what the strips mark when they are painted next. */
  prepare(part) {
    const inspection = part?.header ?? null;
    const marks = marksOf(inspection);
    for (const [name, strip] of this.stage.strips) strip.marks = marks.get(name) ?? [];
    this.stage.digit.marks = marks.get(DIGIT4) ?? [];
    for (const [name, strip] of this.stage.kernels) markKernel(strip, kernelOf2(inspection, name));
  }
  /** Shows what is said of the unit; the strips are painted. */
  paint(part) {
    const { model } = this.stage;
    const inspected = model.get("inspected");
    if (!part || !inspected) {
      this.hide();
      return;
    }
    const { header: inspection, arrays } = part;
    const isNew = this.shown?.header.layer !== inspection.layer || !this.panel.el.isConnected;
    if (isNew) {
      this.pinned = null;
      this.panel.place(inspection.layer);
      (this.stage.flow.parentElement ?? this.stage.flow).append(this.path.el);
    }
    this.shown = part;
    this.slide.el.hidden = !(isExplained(inspection) && inspection.window);
    this.panel.show(inspection);
    this.arithmetic.show(inspection, arrays, this.pinned, this.isSigned(inspection));
    const path = isExplained(inspection) && model.get("tracing") ? inspection.path : [];
    if (path.length) this.path.show(path);
    else this.path.clear();
    this.field.show(isExplained(inspection) ? this.stage.pad : null, isExplained(inspection) ? inspection.pad : null);
    if (isNew && this.isWanted) this.panel.el.scrollIntoView({ block: "nearest" });
    this.isWanted = false;
    if (String(inspection.index) === String(inspected.index)) this.slide.painted();
  }
  settle(_, isCurrent) {
    if (isCurrent) this.panel.refresh();
  }
  recolour() {
    this.panel.refresh();
    if (!this.shown) return;
    const { header, arrays } = this.shown;
    this.arithmetic.show(header, arrays, this.pinned, this.isSigned(header));
  }
  describe() {
    if (!this.shown) return;
    const inspection = this.shown.header;
    if (isExplained(inspection)) this.panel.say(this.inWords(inspection));
    else this.panel.say(inspection.problem);
  }
  inWords(inspection) {
    const stops = inspection.path.map(({ layer, index }) => `${layer} ${index.join(" ")}`).join(", ");
    const traced = stops ? text("traced-to", { stops }) : "";
    return [...spokenParts(inspection), traced].filter(Boolean).join(". ");
  }
  inspect(layer, index) {
    save(this.stage.model, "inspected", { layer, index });
  }
  showState() {
    const { model } = this.stage;
    const isTracing = model.get("tracing");
    this.panel.showTracing(isTracing);
    if (!isTracing) this.path.clear();
    if (model.get("inspected")) return;
    this.slide.stop();
    this.hide();
  }
  hide() {
    this.panel.hide();
    this.path.clear();
    this.field.hide();
    this.shown = this.pinned = null;
  }
  /** Shows one input channel of the window, or again the one that counts most. */
  pin(channel) {
    this.pinned = this.pinned === channel ? null : channel;
    if (!this.shown) return;
    const { header: inspection, arrays } = this.shown;
    this.arithmetic.show(inspection, arrays, this.pinned, this.isSigned(inspection));
  }
  isSigned(inspection) {
    return isExplained(inspection) && (this.stage.strips.get(inspection.source)?.layer.signed ?? false);
  }
  /** Moves on to the next unit of the map. */
  moveOn() {
    const had = this.stage.model.get("inspected");
    const sizes = had && this.stage.strips.get(had.layer)?.sizes;
    const next = sizes && nextIndex(had.index, sizes.rows, sizes.columns);
    if (next) this.inspect(had.layer, next);
    return Boolean(next);
  }
  /** Returns the middle of a unit in the window. */
  locate({ layer, index }) {
    const strip = this.stage.strip(layer);
    const box = strip && boxInWindow(strip, spotIn(layer, index));
    if (!box) return null;
    const [left, top, width, height] = box;
    return [left + width / 2, top + (strip.sizes.isMaps ? height / 2 : height)];
  }
};
function markKernel(strip, channel) {
  if ((strip.marks[0]?.channels?.[0] ?? null) === channel) return;
  const { rows, columns } = strip.sizes;
  const whole = { rows: [0, rows], columns: [0, columns], width: 1.5, dashed: false };
  strip.marks = channel === null ? [] : [{ ...whole, channels: [channel] }];
  strip.paint();
}

// explorer/sections/neighbours/digit_map.ts
var CLASSES2 = 10;
var MARGIN2 = 12;
var POINT2 = 1.5;
var NEAR_POINT = 3.5;
var OWN = 8;
var HALO = 3;
var FONT_SIZE = 16;
var DARK2 = tokens_default.colours["on-light"].light;
var LIGHT = tokens_default.colours["on-dark"].light;
var MARK2 = tokens_default.colours.mark.light;
var DigitMap = class {
  canvas = element("canvas", "mnistviz-digit-map");
  backdrop = element("canvas");
  // what stays while the pen moves
  places = null;
  own = null;
  near = [];
  constructor() {
    this.canvas.setAttribute("role", "img");
  }
  /** Takes the places of the known digits. */
  use(places2) {
    this.places = places2;
    this.paintBackdrop();
    this.paint();
  }
  /**
   * Shows a digit.
   *
   * @param own where it lies; null: nowhere
   * @param near the numbers of its neighbours
   */
  show(own, near) {
    this.own = own;
    this.near = near;
    this.paint();
  }
  /** The label of the class whose middle is nearest to the digit; null: there is no digit. */
  get region() {
    const { own, places: places2 } = this;
    if (!own || !places2) return null;
    const distances = Array.from({ length: CLASSES2 }, (_, label) => {
      const [x, y] = pointAt(places2.centres, label);
      return Math.hypot(x - own[0], y - own[1]);
    });
    return distances.indexOf(Math.min(...distances));
  }
  /** Fits the pixels to the size on the screen. */
  resize() {
    const side = Math.round(this.canvas.clientWidth * density());
    if (!side || side === this.canvas.width) return;
    for (const canvas of [this.canvas, this.backdrop]) Object.assign(canvas, { width: side, height: side });
    this.paintBackdrop();
    this.paint();
  }
  paintBackdrop() {
    const { places: places2 } = this;
    if (!places2) return;
    const context = this.start(this.backdrop);
    for (let label = 0; label < CLASSES2; label++) {
      context.fillStyle = classColour(label);
      context.beginPath();
      places2.labels.forEach((other, number2) => {
        if (other === label) this.circle(context, pointAt(places2.points, number2), POINT2);
      });
      context.fill();
    }
    const font = `bold ${FONT_SIZE}px ${getComputedStyle(this.canvas).fontFamily}`;
    Object.assign(context, { font, textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    Object.assign(context, { lineWidth: 2 * HALO, strokeStyle: LIGHT, fillStyle: DARK2 });
    for (let label = 0; label < CLASSES2; label++) {
      const [x, y] = this.onCanvas(pointAt(places2.centres, label));
      context.strokeText(String(label), x, y);
      context.fillText(String(label), x, y);
    }
  }
  paint() {
    const { places: places2, own } = this;
    const context = this.start(this.canvas);
    context.drawImage(this.backdrop, 0, 0, this.side, this.side);
    if (!places2 || !own) return;
    Object.assign(context, { lineWidth: 1.5, strokeStyle: DARK2 });
    for (const number2 of this.near) {
      context.fillStyle = classColour(places2.labels[number2] ?? 0);
      context.beginPath();
      this.circle(context, pointAt(places2.points, number2), NEAR_POINT);
      context.fill();
      context.stroke();
    }
    for (const [lineWidth, strokeStyle] of [
      [6, LIGHT],
      [3, MARK2]
    ]) {
      Object.assign(context, { lineWidth, strokeStyle });
      context.beginPath();
      this.circle(context, own, OWN);
      context.stroke();
    }
  }
  /** Blanks a canvas and sets it to paint in CSS pixels. */
  start(canvas) {
    const context = contextOf(canvas);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.scale(density(), density());
    return context;
  }
  circle(context, place, radius) {
    const [x, y] = this.onCanvas(place);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  onCanvas([x, y]) {
    const room = this.side - 2 * MARGIN2;
    return [MARGIN2 + x * room, MARGIN2 + y * room];
  }
  get side() {
    return this.canvas.width / density();
  }
};
function legend() {
  const classes = Array.from({ length: CLASSES2 }, (_, label) => {
    const dot = element("span", "mnistviz-class-dot");
    dot.style.background = classColour(label);
    return element("li", "", [dot, String(label)]);
  });
  const list = element("ul", "mnistviz-digit-legend", classes);
  list.setAttribute("aria-label", text("neighbours-legend"));
  return list;
}
function pointAt(points, number2) {
  return [points[2 * number2] ?? 0, points[2 * number2 + 1] ?? 0];
}
function density() {
  return window.devicePixelRatio || 1;
}

// explorer/sections/neighbours/neighbour_button.ts
var SIDE9 = 28;
var NeighbourButton = class {
  el;
  canvas = element("canvas", "mnistviz-paper");
  label = element("b");
  distance = element("span", "mnistviz-distance");
  number = -1;
  // none yet
  /** @param choose hears which digit is to be put on the pad */
  constructor(choose) {
    this.el = button("", () => choose(this.number));
    this.el.className = "mnistviz-neighbour";
    this.canvas.setAttribute("aria-hidden", "true");
    this.el.append(this.canvas, this.label, this.distance);
  }
  /** @param ink uint8, 28 rows and columns, 0 paper to 255 ink */
  show({ number: number2, label, distance: distance2 }, ink2) {
    const isAnother = this.number !== number2;
    this.number = number2;
    setText(this.label, label);
    setText(this.distance, distance2);
    this.el.dataset.number = String(number2);
    this.el.setAttribute("aria-label", text("neighbour-to-pad", { label, distance: distance2 }));
    if (isAnother) paintInk(this.canvas, ink2, SIDE9, SIDE9);
  }
};

// explorer/sections/neighbours/index.ts
var INTERVAL2 = 150;
var NEAREST = 10;
var PIXELS = 28 * 28;
var NeighboursSection = class {
  name = "neighbours";
  stage;
  header = null;
  // of what is shown
  mapNumber = null;
  // of the map that is here
  asked = 0;
  // the last own wish for a map
  map = new DigitMap();
  state = element("div", "mnistviz-caption");
  content = element("div", "mnistviz-landed");
  digit = element("canvas", "mnistviz-paper");
  reading = element("div", "mnistviz-landed-reading");
  classes = element("div");
  near = element("div", "mnistviz-near");
  second = element("div", "mnistviz-near");
  secondTitle = element("div");
  overlap = element("div", "mnistviz-caption");
  buttons = Array.from({ length: NEAREST }, () => this.makeButton());
  runnerUp = this.makeButton();
  answers = element("div", "mnistviz-landed-answers");
  spoken = announcer("mnistviz-said", "polite");
  build(stage) {
    this.stage = stage;
    const parts = [this.state, this.content, this.spoken];
    const { el } = new Drawer(stage, "neighbours_open", text("neighbours-title"), parts);
    el.classList.add("mnistviz-neighbours");
    stage.questions.append(el);
    this.fill(el);
  }
  compute(state) {
    return state.partOfKernel(this.name);
  }
  paint(part) {
    if (part && part.header === this.header) return;
    const header = part?.header ?? null;
    this.header = header;
    if (!part || header === null || header.map === null) {
      this.content.hidden = true;
      const share = Math.round(100 * (header?.done ?? 0));
      setText(this.state, header?.problem || text("neighbours-computing", { share }));
      return;
    }
    const wasHidden = this.content.hidden;
    this.content.hidden = false;
    setText(this.state, header.label === null ? text("neighbours-draw") : "");
    this.takeMap(header, part.arrays);
    if (wasHidden) this.map.resize();
    this.map.show(header.position, header.map === this.mapNumber ? header.near.map(({ number: number2 }) => number2) : []);
    this.showDigits(header, part.arrays);
    const { units, layer, method } = header;
    const kept = rounded(NEAREST * header.overlap, 1);
    setText(this.overlap, text("neighbours-overlap", { units, layer, method, kept, share: percent(header.overlap) }));
  }
  describe() {
    if (this.header === null || this.header.map === null) {
      if (this.header) setText(this.spoken, this.state.textContent ?? "");
      return;
    }
    const { label } = this.header;
    const region = this.map.region;
    const words = [this.classes.textContent ?? "", region === null ? "" : text("neighbours-region", { label: region })];
    setText(this.spoken, label === null ? "" : words.join(" "));
    this.map.canvas.setAttribute("aria-label", `${text("neighbours-map")} ${words[1] ?? ""}`.trim());
  }
  kernelInterval() {
    return this.stage.model.get("neighbours_open") ? INTERVAL2 : SELDOM;
  }
  resize() {
    this.map.resize();
  }
  fill(el) {
    el.addEventListener("toggle", () => this.map.resize());
    this.map.canvas.setAttribute("aria-label", text("neighbours-map"));
    this.digit.setAttribute("aria-hidden", "true");
    this.near.append(...this.buttons.map((one) => one.el));
    this.near.setAttribute("role", "group");
    this.near.setAttribute("aria-label", text("neighbours-nearest"));
    this.second.append(this.runnerUp.el, this.secondTitle);
    const frame3 = element("div", "mnistviz-landed-frame", [this.digit]);
    const own = element("div", "mnistviz-landed-digit", [frame3, element("div", "", [this.reading, this.classes])]);
    this.answers.append(own, this.near, this.second);
    const limits = element("div", "mnistviz-caption", [text("neighbours-limits")]);
    const figure = element("div", "mnistviz-landed-map", [this.map.canvas, legend()]);
    this.content.append(figure, element("div", "mnistviz-landed-words", [this.answers, this.overlap, limits]));
    this.content.hidden = true;
  }
  /** Takes the map that a part brings. Without it, and without an earlier copy, asks for it; it may have been passed over. */
  takeMap({ map, heard }, arrays) {
    if (arrays.has("places")) {
      this.map.use({
        points: arrays.float32("places").data.slice(),
        labels: arrays.uint8("labels").data.slice(),
        centres: arrays.float32("centres").data.slice()
      });
      this.mapNumber = map;
    } else if (map !== this.mapNumber && heard >= this.asked) {
      const { model } = this.stage;
      this.asked = model.get("neighbours_asked") + 1;
      save(model, "neighbours_asked", this.asked);
    }
  }
  showDigits({ label, near, runnerUp: runnerUp2 }, arrays) {
    const [height = 1, width = 1, channels] = arrays.uint8("digit").shape;
    (channels ? paintPicture : paintInk)(this.digit, arrays.uint8("digit").data, width, height);
    this.digit.classList.toggle("mnistviz-paper", !channels);
    this.answers.hidden = label === null;
    if (label === null) return;
    setText(this.reading, text("neighbours-reading", { label }));
    setText(this.classes, classesOf(near));
    const images = arrays.uint8("images").data;
    this.buttons.forEach((one, i) => {
      const neighbour = near[i];
      one.el.hidden = !neighbour;
      if (neighbour) one.show(neighbour, images.subarray(PIXELS * i, PIXELS * (i + 1)));
    });
    this.second.hidden = !runnerUp2;
    if (!runnerUp2) return;
    this.runnerUp.show(runnerUp2, arrays.uint8("runner_up").data);
    setText(this.secondTitle, text("neighbours-runner-up", { label: runnerUp2.label }));
  }
  makeButton() {
    return new NeighbourButton((number2) => this.stage.send({ kind: "bundled", number: number2 }));
  }
};
function classesOf(near) {
  const counts = /* @__PURE__ */ new Map();
  for (const { label } of near) counts.set(label, (counts.get(label) ?? 0) + 1);
  const parts = [...counts].sort((one, other) => other[1] - one[1]);
  const classes = parts.map(([label, count]) => text("neighbours-of-class", { count, label })).join(", ");
  return text("neighbours-classes", { count: near.length, classes });
}

// network/edit_words.ts
var DIGITS2 = 6;
function wordsOf(edit, network) {
  const { layer } = edit;
  switch (edit.do) {
    case "silence":
      return text("edited-silenced", { unit: unitOf(network, layer, edit.index) });
    case "weight":
      return text("edited-weight", { layer, index: `(${edit.index.join(", ")})`, value: named(edit.value) });
    case "bias":
      return text("edited-bias", { unit: unitOf(network, layer, edit.index), value: named(edit.value) });
    case "kernel":
      return text("edited-kernel", {
        unit: unitOf(network, layer, edit.index),
        channel: edit.channel === null ? "all" : String(edit.channel)
      });
    case "shuffle":
      return text("edited-shuffled", { layer, seed: String(edit.seed) });
  }
}
function unitOf(network, layer, index) {
  const isUnit = network.weightsOf(layer)?.kernel.shape.length === 2;
  return text("edited-unit", { kind: isUnit ? "unit" : "filter", index: String(index), layer });
}
function named(value) {
  return significant(Math.fround(value), DIGITS2);
}

// explorer/sections/surgery/number_field.ts
var NumberField = class {
  // something that is not taken yet
  /**
   * @param name of the number, for screen readers
   * @param take what becomes of a number
   */
  constructor(name, take, listener) {
    this.take = take;
    this.listener = listener;
    this.input.type = "text";
    this.input.inputMode = "decimal";
    this.input.autocomplete = "off";
    this.input.spellcheck = false;
    this.name = name;
    this.input.addEventListener("input", () => {
      this.isTyped = true;
    });
    this.input.addEventListener("change", () => this.read());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.read();
    });
  }
  take;
  listener;
  input = element("input", "mnistviz-entry");
  isTyped = false;
  set name(name) {
    this.input.setAttribute("aria-label", name);
  }
  /** Shows a number, unless the user is typing another one. */
  show(value) {
    if (!this.isTyped && this.input.value !== value) this.input.value = value;
  }
  /** Forgets what was typed: the field is that of another number now. */
  forget() {
    this.isTyped = false;
    this.input.removeAttribute("aria-invalid");
  }
  /** Returns why a number is refused; empty: it is taken. */
  refusal(value, received) {
    return Number.isFinite(Math.fround(value)) ? "" : text("surgery-not-a-number", { received });
  }
  read() {
    if (!this.isTyped) return;
    const received = this.input.value.trim();
    const value = numberIn(received);
    const why = this.refusal(value, received);
    if (why) this.input.setAttribute("aria-invalid", "true");
    this.listener.refuse(why);
    if (why) return;
    this.forget();
    this.take(value);
  }
};
var PlaceField = class extends NumberField {
  last = 0;
  what = "";
  /** Says what is counted, and how many there are. */
  count(what, count) {
    this.what = what;
    this.name = what;
    this.last = count - 1;
  }
  refusal(value, received) {
    if (Number.isInteger(value) && value >= 0 && value <= this.last) return "";
    return text("surgery-not-in-range", { what: this.what, received, last: String(this.last) });
  }
};
function numberIn(words) {
  return words ? Number(words.replace(",", ".").replace("−", "-")) : Number.NaN;
}
function numbersIn(pasted) {
  const hasDecimalCommas = withDecimalSign(".") === "," && !pasted.includes(".");
  return pasted.split(hasDecimalCommas ? /(?:[\s;[\]]|,(?=\s))+/ : /[\s;,[\]]+/).filter((word) => word).map(numberIn);
}

// explorer/sections/surgery/weights_form.ts
var LARGEST2 = tokens_default.counts["kernel-side"];
var USUAL3 = 0.98;
var WeightsForm = class {
  constructor(listener) {
    this.listener = listener;
    this.from = new PlaceField("", (place) => this.choose(place), listener);
    this.weight = new NumberField(text("surgery-weight"), (value) => this.setWeight([this.place], value), listener);
    this.bias = new NumberField(text("surgery-bias"), (value) => this.setBias(value), listener);
    this.weightLabel.append(text("surgery-weight"), this.weight.input);
    const bias = element("label", "", [text("surgery-bias"), this.bias.input]);
    this.kernel.setAttribute("role", "group");
    this.kernel.addEventListener("paste", (event) => this.paste(event));
    const row = element("div", "mnistviz-fields", [this.fromLabel, this.weightLabel, bias]);
    const howTo = element("div", "mnistviz-caption", [text("surgery-how-to")]);
    this.el.append(this.title, this.kernel, this.tooLarge, row, howTo);
  }
  listener;
  el = element("div", "mnistviz-weights");
  kernel = element("div", "mnistviz-kernel");
  title = element("div", "mnistviz-caption");
  from;
  // the input channel, or the input
  fromLabel = element("label");
  weight;
  weightLabel = element("label");
  bias;
  tooLarge = element("div", "mnistviz-caption");
  cells = [];
  place = 0;
  // the input channel, or the input
  network = null;
  layer = "";
  index = 0;
  colours = new Uint32Array();
  /** Shows the weights of another filter or unit. */
  choose(place) {
    this.place = place;
    for (const field of [...this.cells, this.from, this.weight, this.bias]) field.forget();
    this.paint();
  }
  /** @param colours of values of both signs */
  show(network, layer, index, colours) {
    const isOther = layer !== this.layer || index !== this.index;
    [this.network, this.layer, this.index, this.colours] = [network, layer, index, colours];
    if (isOther) this.choose(Math.min(this.place, this.places - 1));
    else this.paint();
  }
  get shape() {
    return this.network?.weightsOf(this.layer)?.kernel.shape ?? [];
  }
  /** How many input channels a filter reads, or how many inputs a unit. */
  get places() {
    return (this.isUnit ? this.shape[0] : this.shape[1]) ?? 1;
  }
  get isUnit() {
    return this.shape.length === 2;
  }
  paint() {
    const weights = this.network?.weightsOf(this.layer);
    if (!this.network || !weights) return;
    const { isUnit } = this;
    const [, , rows = 0, columns = 0] = this.shape;
    const isShown2 = !isUnit && Math.max(rows, columns) <= LARGEST2;
    const unit = unitOf(this.network, this.layer, this.index);
    setText(this.title, isUnit ? unit : text("surgery-kernel", { unit }));
    this.kernel.setAttribute("aria-label", this.title.textContent ?? "");
    this.kernel.hidden = !isShown2;
    this.weightLabel.hidden = !isUnit;
    setText(this.tooLarge, isUnit || isShown2 ? "" : text("surgery-kernel-too-large", { rows, columns }));
    const what = text(isUnit ? "surgery-input" : "surgery-channel");
    this.from.count(what, this.places);
    this.fromLabel.replaceChildren(what, this.from.input);
    this.fromLabel.hidden = this.places < 2 || !(isUnit || isShown2);
    this.from.show(String(this.place));
    this.bias.show(compact(weights.bias.data[this.index] ?? 0));
    if (isUnit) this.weight.show(compact(weights.kernel.data[placeOf(this.shape, [this.place, this.index])] ?? 0));
    if (isShown2) this.paintKernel(weights.kernel.data, rows, columns);
  }
  paintKernel(weights, rows, columns) {
    if (this.cells.length !== rows * columns || this.kernel.style.getPropertyValue("--columns") !== String(columns)) {
      this.cells = Array.from({ length: rows * columns }, (_, i) => this.cell(Math.floor(i / columns), i % columns));
      this.kernel.replaceChildren(...this.cells.map(({ input }) => input));
      this.kernel.style.setProperty("--columns", String(columns));
    }
    const { high } = colourEnd(weights, USUAL3);
    this.cells.forEach((cell2, i) => {
      const value = weights[placeOf(this.shape, [...this.indexOf(i, columns), this.index])] ?? 0;
      const colour2 = this.colours[codeOf(value, high, true)] ?? 0;
      cell2.show(compact(value));
      cell2.input.style.background = css(colour2);
      cell2.input.style.color = inkOn(colour2);
    });
  }
  cell(row, column) {
    const name = text("surgery-row-and-column", { row, column });
    return new NumberField(name, (value) => this.setWeight([row, column, this.place], value), this.listener);
  }
  indexOf(cell2, columns) {
    return [Math.floor(cell2 / columns), cell2 % columns, this.place];
  }
  setWeight(index, value) {
    this.listener.change({ do: "weight", layer: this.layer, index: [...index, this.index], value: Math.fround(value) });
  }
  setBias(value) {
    this.listener.change({ do: "bias", layer: this.layer, index: this.index, value: Math.fround(value) });
  }
  /** Several numbers change the whole kernel; a single one goes into its field. */
  paste(event) {
    const numbers = numbersIn(event.clipboardData?.getData("text") ?? "");
    if (numbers.length < 2) return;
    event.preventDefault();
    const [, , rows = 0, columns = 0] = this.shape;
    const expected = rows * columns;
    const isRight = numbers.length === expected && numbers.every((value) => Number.isFinite(Math.fround(value)));
    this.listener.refuse(isRight ? "" : text("surgery-other-count", { expected, received: numbers.length }));
    if (!isRight) return;
    for (const cell2 of this.cells) cell2.forget();
    const values2 = Array.from(
      { length: rows },
      (_, row) => numbers.slice(row * columns, (row + 1) * columns).map(Math.fround)
    );
    this.listener.change({ do: "kernel", layer: this.layer, index: this.index, channel: this.place, values: values2 });
  }
};

// explorer/sections/surgery/controls.ts
var Controls = class {
  constructor(listener) {
    this.listener = listener;
    this.unit = new PlaceField("", (index) => this.choose(this.layer, index), listener);
    this.weights = new WeightsForm(listener);
    this.layers.addEventListener("change", () => this.choose(this.layer, 0));
    this.silence = button(
      text("surgery-silence"),
      () => this.listener.change({ do: "silence", layer: this.layer, index: this.index })
    );
    this.shuffle = button("", () => this.listener.change({ do: "shuffle", layer: this.layer, seed: this.shuffles }));
    this.undo = button(text("surgery-undo"), () => this.listener.undo());
    this.restore = button(text("surgery-restore"), () => this.listener.restore());
    this.layers.setAttribute("aria-label", text("surgery-layer"));
    this.edits.setAttribute("aria-label", text("surgery-edits"));
    const choice = element("div", "mnistviz-fields", [
      element("label", "", [text("surgery-layer"), this.layers]),
      element("label", "", [this.unitName, this.unit.input]),
      this.silence,
      this.shuffle
    ]);
    const history = element("div", "mnistviz-edit-list", [
      this.nothing,
      this.edits,
      element("div", "mnistviz-fields", [this.undo, this.restore])
    ]);
    this.el = element("div", "mnistviz-surgery-controls", [choice, this.weights.el, history]);
  }
  listener;
  el;
  weights;
  layers = element("select", "mnistviz-entry");
  unit;
  unitName = element("span");
  silence;
  shuffle;
  undo;
  restore;
  edits = element("ol", "mnistviz-edits");
  nothing = element("div", "mnistviz-caption", [text("surgery-nothing-changed")]);
  index = 0;
  made = [];
  network = null;
  colours = new Uint32Array();
  /** The chosen layer; empty before there is a network. */
  get layer() {
    return this.layers.value;
  }
  /** @param colours of values of both signs */
  show(network, original, edits, colours) {
    [this.network, this.made, this.colours] = [network, edits, colours];
    const names = network.layers.map(({ name }) => name).filter((name) => network.weightsOf(name));
    if (String(names) !== String([...this.layers.options].map(({ value }) => value))) {
      const options = names.map((name) => Object.assign(element("option", "", [name]), { value: name }));
      this.layers.replaceChildren(...options);
      this.index = 0;
    }
    this.paint();
    this.listener.choose(this.layer);
    const words = edits.map((edit) => wordsOf(edit, original));
    fillUp(this.edits, words.length, () => element("li"));
    words.forEach((line, i) => void setText(this.edits.children[i], line));
    this.nothing.hidden = words.length > 0;
    this.edits.hidden = this.undo.disabled = this.restore.disabled = !words.length;
  }
  /** Chooses the filter or unit in which a value lies: one of a convolution or dense layer, or of a layer after it. */
  follow({ layer, index }) {
    const { network } = this;
    const found = [...this.layers.options].find(({ value }) => network && wayFrom(network, value).includes(layer));
    const count = found && network?.weightsOf(found.value)?.bias.data.length;
    if (found && count) this.choose(found.value, (index.at(-1) ?? 0) % count);
  }
  choose(layer, index) {
    this.layers.value = layer;
    this.index = index;
    this.unit.forget();
    this.listener.refuse("");
    this.paint();
    this.listener.choose(this.layer);
  }
  paint() {
    const { network, layer } = this;
    const weights = network?.weightsOf(layer);
    if (!network || !weights) return;
    const name = text("surgery-unit", { kind: weights.kernel.shape.length === 2 ? "unit" : "filter" });
    setText(this.unitName, name);
    this.unit.count(name, weights.bias.data.length);
    this.unit.show(String(this.index));
    this.silence.setAttribute(
      "aria-label",
      text("surgery-silence-aloud", { unit: unitOf(network, layer, this.index) })
    );
    setText(this.shuffle, text("surgery-shuffle", { layer }));
    this.weights.show(network, layer, this.index, this.colours);
  }
  /** How often the layer was shuffled: shuffled again, the weights get another order. */
  get shuffles() {
    return this.made.filter((edit) => edit.do === "shuffle" && edit.layer === this.layer).length;
  }
};

// explorer/sections/surgery/cost.ts
var Cost = class {
  el = element("div", "mnistviz-accuracy");
  /** The sentence, if it holds for what is shown. */
  words = "";
  show(accuracy, edits) {
    const isOld = accuracy !== null && (accuracy.is_old || !areSameEdits(accuracy.edits, edits));
    this.el.classList.toggle("mnistviz-old", isOld);
    this.words = accuracy && !isOld ? sentenceOf(accuracy) : "";
    if (!accuracy) setText(this.el, text("surgery-counting"));
    else if (isOld) setText(this.el, `${text("surgery-counting")} ${before(accuracy)}`);
    else setText(this.el, this.words);
  }
};
function sentenceOf({ edits, ...shares }) {
  const [share, original] = [percent(shares.share), percent(shares.original)];
  return edits.length ? text("surgery-accuracy", { share, original }) : text("surgery-accuracy-of-original", { original });
}
function before({ share, original }) {
  return text("surgery-accuracy-before", { share: percent(share), original: percent(original) });
}

// explorer/sections/surgery/ranking.ts
var DIGITS3 = 10;
var Ranking = class {
  // what the table shows, as text
  constructor(listener) {
    this.listener = listener;
    const all = Object.assign(element("option", "", [text("surgery-all-digits")]), { value: "" });
    const each = Array.from(
      { length: DIGITS3 },
      (_, digit) => Object.assign(element("option", "", [text("surgery-digit", { digit })]), { value: String(digit) })
    );
    this.digits.append(all, ...each);
    this.start = button(text("surgery-rank"), () => this.listener.rank(this.digit));
    this.stop = button(text("surgery-stop"), () => {
      this.listener.stop();
      this.start.focus();
    });
    this.digits.setAttribute("aria-label", text("surgery-ranking-digits"));
    this.progress.setAttribute("aria-label", text("surgery-progress"));
    const label = element("label", "", [text("surgery-ranking-digits"), this.digits]);
    const row = element("div", "mnistviz-fields", [label, this.start, this.progress, this.stop]);
    const scroller = element("div", "mnistviz-ranked", [this.table]);
    this.el = element("div", "", [this.question, row, this.remark, scroller]);
    this.ask("", false);
    this.show({ progress: null, error: null, found: null }, null, []);
  }
  listener;
  el;
  question = element("div", "mnistviz-caption");
  digits = element("select", "mnistviz-entry");
  start;
  stop;
  progress = element("progress");
  remark = element("div", "mnistviz-caption");
  table = element("table", "mnistviz-ranking");
  shown = "";
  /** Asks about the filters of another layer. */
  ask(layer, isUnit) {
    setText(this.question, text("surgery-ranking", { layer, kind: isUnit ? "unit" : "filter" }));
  }
  show({ progress, error, found }, network, edits) {
    const isRunning = progress !== null;
    this.progress.hidden = this.stop.hidden = !isRunning;
    this.start.disabled = isRunning;
    this.progress.value = progress ?? 0;
    const isOld = found !== null && !areSameEdits(found.edits, edits);
    setText(this.remark, error ?? (isOld ? text("surgery-ranked-before") : ""));
    this.table.classList.toggle("mnistviz-old", isOld);
    this.table.hidden = found === null || error !== null;
    const shown = JSON.stringify(found);
    if (shown === this.shown || !network) return;
    this.shown = shown;
    this.table.replaceChildren(...found ? this.linesOf(found, network) : []);
  }
  /** Says which filter costs most; empty: nothing is ranked. */
  words(found, network) {
    const first = found?.rows[0];
    if (!found || !first) return "";
    const cost = percent(first.recall_cost ?? first.cost);
    return text("surgery-most", { unit: unitOf(network, found.layer, first.index), cost });
  }
  get digit() {
    return this.digits.value === "" ? null : Number(this.digits.value);
  }
  linesOf({ layer, digit, rows }, network) {
    const isUnit = network.weightsOf(layer)?.kernel.shape.length === 2;
    const costs = [...digit === null ? [] : [text("surgery-cost-for", { digit })], text("surgery-cost-for-all")];
    const names = [text("surgery-unit", { kind: isUnit ? "unit" : "filter" }), ...costs];
    const heads = names.map((name) => Object.assign(element("th", "", [name]), { scope: "col" }));
    const caption = text("surgery-ranked", { layer, digit: digit === null ? "all" : String(digit) });
    const lines = rows.map(({ index, cost, recall_cost }) => {
      const silence = text("surgery-silence-aloud", { unit: unitOf(network, layer, index) });
      const made = button(String(index), () => this.listener.silence(layer, index), silence);
      made.title = silence;
      const shares = [...recall_cost === null ? [] : [recall_cost], cost];
      return element("tr", "", [element("td", "", [made]), ...shares.map((one) => element("td", "", [percent(one)]))]);
    });
    return [
      element("caption", "", [caption]),
      element("thead", "", [element("tr", "", heads)]),
      element("tbody", "", lines)
    ];
  }
};

// explorer/sections/surgery/index.ts
var NO_RANKING = { progress: null, error: null, found: null };
var SurgerySection = class {
  name = "surgery";
  stage;
  drawer;
  state = null;
  // of what is painted
  original = null;
  // the last one that the page had, to name its units
  header = {};
  results = "";
  // what was said of them last
  newest = element("span");
  notice = element("div", "mnistviz-edited", [this.newest]);
  problem = element("div", "mnistviz-caption");
  refused = announcer("mnistviz-refused", "alert");
  spoken = announcer("mnistviz-said", "polite");
  uncounted = element("div", "mnistviz-caption");
  cost = new Cost();
  controls = new Controls({
    change: (edit) => this.change(edit),
    refuse: (why) => void setText(this.refused, why),
    undo: () => this.undo(),
    restore: () => this.restore(),
    choose: (layer) => this.ranking.ask(layer, this.isUnit(layer))
  });
  ranking = new Ranking({
    rank: (digit) => this.rank(digit),
    stop: () => save(this.stage.model, "ranking", null),
    silence: (layer, index) => this.change({ do: "silence", layer, index })
  });
  content = element("div", "", [this.controls.el, this.uncounted, this.cost.el, this.ranking.el]);
  build(stage) {
    this.stage = stage;
    this.notice.append(button(text("surgery-restore"), () => this.restore()));
    this.cost.el.setAttribute("aria-live", "off");
    const parts = [this.problem, this.refused, this.content, this.spoken];
    this.drawer = new Drawer(stage, "surgery_open", text("surgery-title"), parts);
    this.drawer.el.classList.add("mnistviz-surgery");
    this.drawer.el.dataset.lmSuppressShortcuts = "true";
    stage.tools.after(this.notice);
    stage.questions.append(this.drawer.el);
    stage.listen(["change:edits", "change:note"], () => this.showNotice());
    stage.listen(["change:inspected"], () => this.followMicroscope());
    this.showNotice();
  }
  compute(state) {
    this.original = state.original;
    this.showNotice();
    if (!state.settings.get("surgery_open")) return null;
    const kernel = state.partOfKernel(this.name)?.header;
    return { header: { ...kernel, state }, arrays: Arrays.of({}) };
  }
  paint(part) {
    this.state = part?.header.state ?? null;
    if (!part) return;
    const { header } = part;
    const { state } = header;
    const isOther = state?.network !== this.header.state?.network;
    this.header = header;
    setText(this.problem, state ? "" : header.problem ?? text("surgery-not-here"));
    this.content.hidden = !state;
    if (!state) return;
    const edits = this.edits;
    if (isOther) this.controls.show(state.network, state.original, edits, this.stage.colours(true));
    this.showCosts(state, edits);
  }
  describe() {
    const { cost, header, state } = this;
    if (!state || !this.stage.model.get("surgery_open")) return;
    const found = header.ranking?.found ?? null;
    const words = [this.edits.length ? cost.words : "", this.ranking.words(found, state.original)];
    const results = words.filter((one) => one).join(" ");
    if (results && results !== this.results) setText(this.spoken, results);
    this.results = results;
  }
  recolour() {
    const { state } = this;
    if (state) this.controls.show(state.network, state.original, this.edits, this.stage.colours(true));
  }
  get edits() {
    return this.stage.model.get("edits");
  }
  isUnit(layer) {
    return this.state?.network.weightsOf(layer)?.kernel.shape.length === 2;
  }
  showCosts(state, edits) {
    const { header } = this;
    const hasKernel = this.stage.model.get("has_kernel");
    const isCounted = hasKernel && header.is_counted !== false;
    this.cost.el.hidden = this.ranking.el.hidden = !isCounted;
    setText(this.uncounted, isCounted ? "" : text(hasKernel ? "surgery-other-classes" : "surgery-needs-kernel"));
    if (!isCounted) return;
    this.cost.show(header.accuracy ?? null, edits);
    this.ranking.show(header.ranking ?? NO_RANKING, state.original, edits);
  }
  /** Says at the top that the network is edited. */
  showNotice() {
    const { edits, original } = this;
    const last = edits.at(-1);
    this.notice.hidden = !last;
    if (!last) return;
    const newest = original && text("surgery-in-force", { count: edits.length, newest: wordsOf(last, original) });
    setText(this.newest, newest ?? this.stage.model.get("note"));
  }
  followMicroscope() {
    const unit = this.stage.model.get("inspected");
    if (unit && this.state) this.controls.follow(unit);
  }
  /** Makes an edit, unless it would do something else than it says. */
  change(edit) {
    const { state } = this;
    if (!state) return;
    const edits = [...this.edits, edit];
    const why = refusal(edit, edited(state.original, edits), state.forward.digit);
    setText(this.refused, why);
    if (!why) this.save(edits, wordsOf(edit, state.original));
  }
  undo() {
    const last = this.edits.at(-1);
    if (!last) return;
    this.save(
      this.edits.slice(0, -1),
      this.original ? text("surgery-undone", { edit: wordsOf(last, this.original) }) : ""
    );
  }
  restore() {
    this.save([], text("surgery-restored"));
  }
  save(edits, words) {
    const { model } = this.stage;
    setText(this.refused, "");
    setText(this.spoken, words);
    const hadFocus = this.notice.contains(document.activeElement) || this.drawer.el.contains(document.activeElement);
    save(model, "edits", edits);
    if (!edits.length && hadFocus) this.drawer.focus();
  }
  rank(digit) {
    const { model } = this.stage;
    const number2 = (model.get("ranking")?.number ?? 0) + 1;
    save(model, "ranking", { layer: this.controls.layer, digit, number: number2 });
  }
};
function refusal(edit, network, digit) {
  const loud = edit.do === "silence" ? loudLayer(network, edit.layer, edit.index) : null;
  if (loud && edit.do === "silence") {
    return text("edited-not-silenced", { unit: unitOf(network, edit.layer, edit.index), layer: `'${loud}'` });
  }
  const probabilities = [...network.run(digit).values()].at(-1) ?? new Float32Array(0);
  return probabilities.every(Number.isFinite) ? "" : text("surgery-not-finite");
}

// explorer/sections/index.ts
function makeSections() {
  return [
    new ChoiceSection(),
    new MapsSection(),
    new KernelsSection(),
    new MicroscopeSection(),
    new BesideSection(),
    new FramingSection(),
    new HistorySection(),
    new AttributionSection(),
    new CounterfactualSection((stage) => new KernelSearcher(stage)),
    new NeighboursSection(),
    new MaximiseSection(new Patches()),
    new SurgerySection()
  ];
}

// explorer/index.ts
var BUILT_OF = ["layers", "output", "classes", "independent", "digit", "upload_kinds"];
function render({ model, el }) {
  const sections = () => el.classList.contains(SMALL) ? [] : makeSections();
  return showSpoken(model, el, BUILT_OF, () => new ExplorerPage(model, el, sections()));
}
var explorer_default = { render };
export {
  explorer_default as default
};
