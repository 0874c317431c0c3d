/* Built from frontend/ by `make page`. Do not edit. */

// core/model.ts
function kernelOf(model) {
  return model.widget_manager?.kernel;
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
  const named = /* @__PURE__ */ Object.create(null);
  for (const arg of args) {
    if (arg.type === "narg") {
      named[arg.name] = resolveExpression(scope, arg.value);
    } else {
      positional.push(resolveExpression(scope, arg));
    }
  }
  return { positional, named };
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
    const attribute = message.attributes[attr];
    if (attribute) {
      return resolvePattern(scope, attribute);
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
    const attribute = term.attributes[attr];
    if (attribute) {
      scope.params = getArguments(scope, args).named;
      const resolved2 = resolvePattern(scope, attribute);
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
  const [before, after] = now().percent;
  return before + withDecimalSign(written2) + after;
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
  const [before = "", after = ""] = messageOf(bundle, "percent", { number: "0" }).split("0");
  return { code, bundle, decimal, percent: [before, after] };
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
    const length = shape2.reduce((product, size) => product * size, 1);
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
    const ask = () => {
      if (asked === UNANSWERED) this.onSilence();
      asked += 1;
      this.probe.greet();
    };
    this.timer = setInterval(ask, PATIENCE);
    ask();
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
  reportPainted(number) {
    this.model.send({ kind: "painted", number });
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
    const number = Number(value.toPrecision(digits));
    if (Math.fround(number) === value) return withDecimalSign(String(number));
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
function grouped(value) {
  return new Intl.NumberFormat(language().lang, { maximumFractionDigits: 6 }).format(value);
}
function percent(share) {
  return asPercent((100 * share).toFixed(1));
}
function rangeText(low, high) {
  const range = { low: compact(Math.min(...low)), high: compact(Math.max(...high)) };
  return low.length > 1 ? text("range-per-map", range) : text("range", range);
}

// core/small_explorer.ts
var SMALL = "mnistviz-small";
var SmallExplorer = class {
  /** @param host finds other widgets; versions of anywidget before 0.11 have none, and nothing is shown then */
  constructor(model, host) {
    this.model = model;
    this.host = host;
    this.el.dataset.lmSuppressShortcuts = "true";
    model.on("change:explorer", this.show);
    void this.show();
  }
  model;
  host;
  el = element("div", "mnistviz-beside");
  view = new AbortController();
  close() {
    this.model.off("change:explorer", this.show);
    this.view.abort();
  }
  /** Shows the explorer in place of the former one. */
  show = async () => {
    this.clear();
    const { signal } = this.view;
    const id = this.model.get("explorer");
    if (!id || !this.host) return;
    const el = element("div", SMALL);
    try {
      const explorer = await this.host.getModel(`anywidget:${id}`);
      explorer.on("destroy", () => signal.aborted || this.clear());
      const widget = await this.host.getWidget(`anywidget:${id}`);
      await widget.render({ el, signal });
    } catch {
      return;
    }
    if (!signal.aborted) this.el.replaceChildren(el);
  };
  clear() {
    this.view.abort();
    this.view = new AbortController();
    this.el.replaceChildren();
  }
};

// trainer/confusion_table.ts
function confusionOf(rows) {
  const sum = (counts) => counts.reduce((total, count) => total + count, 0);
  const squares = rows.map((row, written2) => {
    const all = sum(row);
    return row.map((count, read) => {
      const kind = read === written2 ? "right" : count ? "wrong" : "empty";
      return { count, share: all ? count / all : 0, kind };
    });
  });
  return { total: sum(rows.map(sum)), right: sum(rows.map((row, digit) => row[digit] ?? 0)), squares };
}
function confusionTable(rows, classes, subject) {
  const { total, right, squares } = confusionOf(rows);
  const nameOf = (number) => classes[number] ?? "";
  const across = rows.map((_, number) => heading(nameOf(number), "col"));
  const corner2 = text("written-and-read", { subject });
  const columns = element("tr", "", [heading(corner2, "col"), ...across]);
  const body = squares.map((row, number) => element("tr", "", [heading(nameOf(number), "row"), ...row.map(squareOf)]));
  const caption = element("caption", "", [text("digits-read-correctly", { subject, right, total })]);
  const parts = [caption, element("thead", "", [columns]), element("tbody", "", body)];
  return element("table", "mnistviz-confusion", parts);
}
function squareOf({ count, share, kind }) {
  const made = element("td", kind === "empty" ? "" : `mnistviz-${kind}`, [String(count)]);
  made.style.setProperty("--mnistviz-share", String(share));
  return made;
}
function heading(words, scope) {
  return Object.assign(element("th", "", [words]), { scope });
}

// trainer/states.ts
var PRESSABLE = {
  start: ["ready", "finished", "stopped"],
  pause: ["running"],
  resume: ["paused"],
  stop: ["running", "paused"],
  reset: ["running", "paused", "finished", "stopped"]
};
var BUTTON_NAMES = Object.keys(PRESSABLE);
function isAtWork(state) {
  return state === "running" || state === "paused";
}
function isPressable(name, state) {
  return PRESSABLE[name].includes(state);
}
function isVisible(name, state) {
  if (name === "pause") return state !== "paused";
  return name !== "resume" || state === "paused";
}
function isContinuing(state, trained) {
  return trained > 0 && !isAtWork(state);
}

// trainer/controls.ts
var LABELS = {
  start: "start-training",
  pause: "pause-training",
  resume: "resume-training",
  stop: "stop-training",
  reset: "reset-training"
};
var OPTIONS = {
  learning_rate: "trainer-learning-rate",
  batch_size: "trainer-batch-size",
  digits: "training-digits",
  epochs: "trainer-epochs"
};
var Controls = class {
  constructor(model) {
    this.model = model;
    this.buttons = new Map(BUTTON_NAMES.map((name) => [name, this.button(name)]));
    this.selects = new Map(Object.keys(OPTIONS).map((name) => [name, this.select(name)]));
    this.augment.type = "checkbox";
    this.augment.addEventListener("change", () => this.choose("augment", this.augment.checked));
    const subject = model.get("subject");
    const labels = [...this.selects].map(
      ([name, select]) => element("label", "", [text(OPTIONS[name], { subject }), select])
    );
    if (subject === "digits") labels.push(element("label", "", [this.augment, text("trainer-augmentation")]));
    const buttons = element("div", "mnistviz-actions", [...this.buttons.values()]);
    const optimizer = model.get("optimizer");
    const notes = [
      ...optimizer ? [text("trained-as-compiled", { optimizer })] : [],
      ...subject === "digits" ? [] : [text("no-augmentation")]
    ].map((words) => element("div", "mnistviz-compiled", [words]));
    this.el = element("div", "mnistviz-controls", [element("div", "mnistviz-choices", labels), buttons, ...notes]);
    this.el.dataset.lmSuppressShortcuts = "true";
    this.showChoices();
  }
  model;
  el;
  buttons;
  selects;
  augment = element("input");
  /** The state of the training in words. */
  state = element("b", "mnistviz-state");
  /** Shows what can be done in a state, after `trained` batches. */
  showState(state, trained) {
    const focused = [...this.buttons.values()].find((one) => one === document.activeElement);
    for (const [name, one] of this.buttons) {
      one.disabled = !isPressable(name, state);
      one.hidden = !isVisible(name, state);
    }
    const start = this.buttons.get("start");
    if (start) setText(start, text(isContinuing(state, trained) ? "continue-training" : "start-training"));
    if (focused?.disabled || focused?.hidden) this.focusAnother();
    for (const control of [...this.selects.values(), this.augment]) control.disabled = isAtWork(state);
    setText(this.state, text("training-state", { state }));
  }
  showChoices() {
    const choices = this.model.get("choices");
    const options = this.model.get("options");
    for (const [name, select] of this.selects) {
      const chosen = choices[name];
      const offered = options[name];
      const values2 = offered.includes(chosen) ? offered : [chosen, ...offered];
      select.replaceChildren(...values2.map(optionOf));
      select.value = JSON.stringify(chosen);
    }
    this.augment.checked = choices.augment;
  }
  focusAnother() {
    [...this.buttons.values()].find((one) => !one.disabled && !one.hidden)?.focus();
  }
  button(name) {
    const made = button(text(LABELS[name]), () => this.model.send({ kind: "press", button: name }));
    made.disabled = true;
    return made;
  }
  select(name) {
    const made = element("select");
    made.addEventListener("change", () => this.choose(name, JSON.parse(made.value)));
    return made;
  }
  choose(name, value) {
    save(this.model, "choices", { ...this.model.get("choices"), [name]: value });
  }
};
function optionOf(value) {
  const words = value === null ? text("own-learning-rate") : text("all-digits");
  const label = typeof value === "number" ? grouped(value) : words;
  return Object.assign(element("option", "", [label]), { value: JSON.stringify(value) });
}

// trainer/curve_geometry.ts
var SIDE = 100;
function topOf(values2, validations) {
  return Math.max(1, ...values2, ...validations.map(([, value]) => value));
}
function linePath(points, end, top) {
  return points.length ? `M${points.map((point) => place(point, end, top)).join("L")}` : "";
}
function dotsPath(points, end, top) {
  return points.map((point) => `M${place(point, end, top)}h0`).join("");
}
function gridPath() {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => `M0 ${SIDE * share}H${SIDE}`).join("");
}
function markPath(batch, end) {
  return batch === null ? "" : `M${acrossOf(batch, end)} 0V${SIDE}`;
}
function withoutZeros(number) {
  return number.replace(/[.,]0+(?!\d)/, "");
}
function place([batch, value], end, top) {
  return `${acrossOf(batch, end)} ${(SIDE - SIDE * value / top).toFixed(2)}`;
}
function acrossOf(batch, end) {
  return (SIDE * batch / Math.max(end, 1)).toFixed(2);
}

// trainer/curve.ts
var NONE = "none";
var Curve = class {
  /**
   * @param name of what is drawn
   * @param words returns a value as text
   * @param fixedTop upper end of the scale; null if it follows the values
   */
  constructor(name, words, fixedTop) {
    this.name = name;
    this.words = words;
    this.fixedTop = fixedTop;
    this.svg.append(shape("path", { class: "mnistviz-grid", d: gridPath() }), this.marked, this.line, this.dots);
    const plot = element("div", "mnistviz-plot", [
      this.top,
      element("span", "mnistviz-bottom", [withoutZeros(words(0))]),
      this.svg,
      element("span", "mnistviz-begin", [text("first-batch")]),
      this.end
    ]);
    const keys = element("span", "mnistviz-keys", [this.training, this.validation]);
    const caption = element("figcaption", "", [element("b", "", [name]), this.kind, keys]);
    this.el = element("figure", "mnistviz-curve", [caption, plot]);
  }
  name;
  words;
  fixedTop;
  el;
  svg = shape("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, preserveAspectRatio: "none", role: "img" });
  line = shape("path", { class: "mnistviz-training-line" });
  dots = shape("path", { class: "mnistviz-validation-dots" });
  marked = shape("path", { class: "mnistviz-replay-mark" });
  kind = element("span");
  training = element("span", "mnistviz-training-key");
  validation = element("span", "mnistviz-validation-key");
  top = element("span", "mnistviz-top");
  end = element("span", "mnistviz-end");
  /** Says what exactly is drawn. */
  describe(kind) {
    setText(this.kind, kind);
  }
  /** Marks the batch after which the network had the weights that are shown; null: it has them now. */
  mark(batch, end) {
    this.marked.setAttribute("d", markPath(batch, end));
  }
  /**
   * @param points of the training
   * @param validations of the validation digits
   * @param trained batches so far
   * @param end batches at the end
   */
  show(points, validations, trained, end) {
    const values2 = points.map(([, value]) => value);
    const top = this.fixedTop ?? topOf(values2, validations);
    this.line.setAttribute("d", linePath(points, end, top));
    this.dots.setAttribute("d", dotsPath(validations, end, top));
    const training = this.wordsOf(values2.at(-1));
    const validation = this.wordsOf(validations.at(-1)?.[1]);
    setText(this.training, text("training-value", { value: training }));
    setText(this.validation, text("validation-value", { value: validation }));
    setText(this.top, withoutZeros(this.words(top)));
    setText(this.end, String(end));
    const aloud = (words) => words === NONE ? text("not-known-yet") : words;
    const spoken = { name: this.name, batches: trained, training: aloud(training), validation: aloud(validation) };
    this.svg.setAttribute("aria-label", text("curve-aloud", spoken));
  }
  wordsOf(value) {
    return value === void 0 ? NONE : this.words(value);
  }
};
function shape(name, attributes) {
  const made = svg(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

// trainer/epochs.ts
function stepOf(kept, epoch) {
  const step = kept.findIndex(([one]) => one === epoch);
  return step < 0 ? kept.length : step;
}
function epochOf(kept, step) {
  return kept[step]?.[0] ?? null;
}
function batchOf(kept, epoch) {
  return kept.find(([one]) => one === epoch)?.[1] ?? null;
}
function distanceOf(kept) {
  const [first, second] = kept;
  return kept.length > 2 && first && second ? second[0] - first[0] : 1;
}

// trainer/progress_bar.ts
var COUNTED = {
  epochs: { name: "trainer-epoch", some: "epoch-of", none: "no-epoch" },
  batches: { name: "trainer-batch", some: "batch-of", none: "no-batch" }
};
function progressOf(counted, done, all) {
  const { some, none } = COUNTED[counted];
  return { words: all ? text(some, { done, all }) : text(none), value: done, max: all || 1 };
}
var ProgressBar = class {
  constructor(counted) {
    this.counted = counted;
    this.bar.setAttribute("aria-label", text(COUNTED[counted].name));
    this.el = element("div", "", [this.words, this.bar]);
  }
  counted;
  el;
  words = element("span");
  bar = element("progress");
  show(done, all) {
    const { words, value, max } = progressOf(this.counted, done, all);
    this.bar.max = max;
    this.bar.value = value;
    setText(this.words, words);
  }
};

// trainer/replay.ts
var Replay = class {
  constructor(model) {
    this.model = model;
    const { slider } = this;
    slider.type = "range";
    slider.min = "0";
    slider.addEventListener("input", () => this.choose(epochOf(this.kept, Number(slider.value))));
    this.back = button(text("show-present-weights"), () => this.choose(null));
    const label = element("label", "", [text("replay-epoch"), slider]);
    this.el = element("div", "mnistviz-replay", [label, this.words, this.back, this.remark]);
    for (const one of [slider, this.el]) one.dataset.lmSuppressShortcuts = "true";
    this.el.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || model.get("epoch") === null) return;
      event.stopPropagation();
      this.choose(null);
    });
    this.showChosen();
  }
  model;
  el;
  slider = element("input");
  words = element("span", "mnistviz-replayed");
  remark = element("span", "mnistviz-remark");
  back;
  kept = [];
  validations = [];
  paint({ kept, validations, state, trained }) {
    this.kept = kept;
    this.validations = validations;
    this.slider.disabled = state === "running" || !kept.length;
    this.slider.max = String(kept.length);
    const distance = distanceOf(kept);
    const remark = distance > 1 ? text("some-epochs-kept", { distance }) : "";
    setText(this.remark, trained && !kept.length ? text("no-epochs-kept") : remark);
    this.showChosen();
  }
  showChosen() {
    const epoch = this.model.get("epoch");
    const step = stepOf(this.kept, epoch);
    this.slider.value = String(step);
    const words = this.wordsOf(epochOf(this.kept, step));
    setText(this.words, words);
    this.slider.setAttribute("aria-valuetext", words);
    const isFocused = document.activeElement === this.back;
    this.back.disabled = this.slider.disabled || step === this.kept.length;
    if (isFocused && this.back.disabled) this.slider.focus();
  }
  wordsOf(epoch) {
    if (epoch === null) return text("present-weights");
    const batch = batchOf(this.kept, epoch);
    const accuracy = this.validations.find(([one]) => one === batch)?.[2] ?? 0;
    return text("epoch-replayed", { epoch, accuracy: percent(accuracy) });
  }
  choose(epoch) {
    save(this.model, "epoch", epoch);
    this.showChosen();
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
function colourTable(bytes) {
  const byte = (at) => bytes[at] ?? 0;
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
    const place2 = Math.floor(i / 4) * channels + Math.min(channel, channels - 1);
    pixels.data[i] = channel === 3 ? 255 : values2[place2] ?? 0;
  }
  contextOf(canvas).putImageData(pixels, 0, 0);
}
function paintInk(canvas, ink, width, height) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pixels = new ImageData(width, height);
  colour(new Uint32Array(pixels.data.buffer), ink, PAPER);
  contextOf(canvas).putImageData(pixels, 0, 0);
}
function colour(pixels, codes, table) {
  for (let i = 0; i < pixels.length; i++) pixels[i] = table[codes[i] ?? 0] ?? 0;
}

// core/digit_buttons.ts
var DIGITS = 10;
var SIDE2 = 28;
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
    this.buttons = this.canvases.map((canvas, number) => {
      const made = button("", () => choose(number), labelOf(number));
      made.className = "";
      made.replaceChildren(canvas);
      made.tabIndex = number ? -1 : 0;
      made.addEventListener("keydown", (event) => this.key(event, number));
      made.addEventListener("focus", () => this.rove(made));
      return made;
    });
  }
  rove(to) {
    for (const other of this.buttons) other.tabIndex = other === to ? 0 : -1;
  }
  /** Arrows move from picture to picture. */
  key(event, number) {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!step) return;
    const count = this.buttons.length;
    this.buttons[(number + step + count) % count]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }
  /** Paints digits: uint8 (count, rows, columns), 0 paper to 255 ink. */
  paint(digits, rows = SIDE2, columns = SIDE2) {
    const ink = bytesOf(digits);
    for (const [digit, canvas] of this.canvases.entries()) {
      paintInk(canvas, ink.subarray(digit * rows * columns), columns, rows);
      canvas.classList.add("mnistviz-paper");
    }
  }
  /** Paints other pictures: uint8 (count, rows, columns, channels), 0 black to 255 white. */
  paintPictures(pictures, [rows, columns, channels]) {
    const values2 = bytesOf(pictures);
    const size = rows * columns * channels;
    for (const [number, canvas] of this.canvases.entries()) {
      paintPicture(canvas, values2.subarray(number * size, (number + 1) * size), columns, rows);
    }
  }
};

// trainer/samples.ts
var Samples = class {
  constructor(model) {
    this.model = model;
    const subject = model.get("subject");
    this.classes = model.get("classes");
    const labelOf = (number) => text("show-maps-of", { subject, digit: this.classes[number] ?? "" });
    this.pictures = new DigitButtons(labelOf, (number) => save(model, "digit", number), this.classes.length);
    if (subject === "digits") this.pictures.paint(model.get("samples"));
    else this.pictures.paintPictures(model.get("samples"), model.get("sample_shape"));
    for (const [number, one] of this.pictures.buttons.entries()) one.title = this.classes[number] ?? "";
    const group = element("div", "mnistviz-samples", this.pictures.buttons);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", text("digit-with-maps", { subject }));
    this.el = element("div", "mnistviz-chosen", [group, this.reading]);
    this.showChosen();
  }
  model;
  el;
  pictures;
  classes;
  reading = element("span", "mnistviz-reading");
  showChosen() {
    const chosen = this.model.get("digit");
    for (const [number, one] of this.pictures.buttons.entries())
      one.setAttribute("aria-pressed", String(number === chosen));
  }
  paint({ prediction, confidence }) {
    const digit = this.classes[prediction] ?? "";
    setText(this.reading, text("read-as", { digit, confidence: percent(confidence) }));
  }
};

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
function moved(sizes, across, place2, [down, right], byMap, only) {
  if (byMap || !sizes.isMaps) {
    const channel = place2.channel + right + down * across;
    return only === null && channel >= 0 && channel < sizes.channels ? { ...place2, channel } : place2;
  }
  const within = (at, end) => Math.min(Math.max(at, 0), end - 1);
  return { ...place2, row: within(place2.row + down, sizes.rows), column: within(place2.column + right, sizes.columns) };
}
function indexOf({ rows, columns }, { channel, row, column }) {
  return (channel * rows + row) * columns + column;
}

// core/strip/summary.ts
function summaryOf(values2, rows, columns) {
  let at = 0;
  for (let i = 1; i < values2.length; i++) if (Math.abs(values2[i] ?? 0) > Math.abs(values2[at] ?? 0)) at = i;
  const value = values2[at] ?? 0;
  if (!value) return null;
  const isStrong = (row2, column2) => (values2[row2 * columns + column2] ?? 0) / value >= 0.5;
  const [row, column] = [Math.floor(at / columns), at % columns];
  const onRow = runThrough(column, columns, (other) => isStrong(row, other));
  const onColumn = runThrough(row, rows, (other) => isStrong(other, column));
  const longer = onRow[1] - onRow[0] - (onColumn[1] - onColumn[0]);
  const run = longer > 0 ? "row" : longer < 0 ? "column" : "spot";
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
    ...{ value, row, column, run },
    along: run === "column" ? onColumn : onRow,
    rows: [top, bottom],
    columns: [left, right],
    share: strong / (rows * columns),
    down: thirdOf(row, rows),
    across: thirdOf(column, columns)
  };
}
function runThrough(place2, end, goesOn) {
  let [first, last] = [place2, place2];
  while (first > 0 && goesOn(first - 1)) first -= 1;
  while (last < end - 1 && goesOn(last + 1)) last += 1;
  return [first, last];
}
function thirdOf(place2, count) {
  return Math.floor(3 * (place2 + 0.5) / count);
}

// core/strip/description.ts
var NAMED = 3;
function describeMaps(described, only) {
  const { name, sizes, values: values2 } = described;
  const { channels, rows, columns } = sizes;
  const nameOf = (channel) => channels > 1 ? text("map", { layer: name, channel }) : name;
  if (!values2.every(Number.isFinite)) return text("summary-not-finite", { name });
  const of = (channel) => {
    const size = rows * columns;
    return summaryOf(values2.subarray(channel * size, (channel + 1) * size), rows, columns);
  };
  if (only !== null || channels === 1) return tell(of(only ?? 0), nameOf(only ?? 0), described);
  const all = Array.from({ length: channels }, (_, channel) => of(channel));
  const strengths = all.map((one) => Math.abs(one?.value ?? 0));
  const strongest = strengths.indexOf(Math.max(...strengths));
  const silent = all.filter((one) => !one).length;
  if (silent === channels) return text("map-summary-zero", { map: name });
  const [layer, map] = [text("strongest-of-maps", { count: channels, silent }), nameOf(strongest)];
  return `${layer} ${tell(all[strongest] ?? null, map, described)}`;
}
function describeUnits({ name, values: values2, isRough }) {
  if (!values2.every(Number.isFinite)) return text("summary-not-finite", { name });
  const order = [...values2.keys()].sort((one, other) => (values2[other] ?? 0) - (values2[one] ?? 0) || one - other);
  const unit = (which) => text("unit-and-value", { unit: String(which), value: written(values2[which] ?? 0, isRough) });
  const largest = order.slice(0, NAMED).map(unit).join(", ");
  const zeros = values2.filter((value) => value === 0).length;
  return text("unit-summary", { name, largest, smallest: unit(order.at(-1) ?? 0), zeros, count: values2.length });
}
function tell(summary, map, { isRough, isPicture }) {
  if (!summary) return text("map-summary-zero", { map });
  const { along, rows, columns, share, ...told } = summary;
  const strongest = text("map-summary", {
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
  return `${strongest} ${extent}`;
}
function written(value, isRough) {
  return isRough ? text("about", { value: rough(value) }) : compact(value);
}

// core/strip/painting.ts
var MARK = tokens_default.colours.mark.light;
var MARK_EDGE = tokens_default.colours["mark-edge"].light;
var EDGE = 1.5;
var DASHES = [3, 2];
function paintMaps(context, scene, maps, stacked) {
  const { sizes, layout, only } = scene;
  const density = window.devicePixelRatio || 1;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const [width, height] = [Math.round(layout.width * density), Math.round(layout.height * density)];
  context.imageSmoothingEnabled = 2 * width <= sizes.columns || 2 * height <= sizes.rows;
  const first = only ?? 0;
  const last = only ?? sizes.channels - 1;
  for (let channel = first; channel <= last; channel++) {
    const [x, y] = corner(layout, channel - first);
    const [left, top] = [Math.round(x * density), Math.round(y * density)];
    const [across, down] = [Math.floor(channel / stacked) * sizes.columns, channel % stacked * sizes.rows];
    context.drawImage(maps, across, down, sizes.columns, sizes.rows, left, top, width, height);
  }
  context.scale(density, density);
}
function paintNumbers(context, { layout }, font, colours, valueAt) {
  Object.assign(context, { font, textAlign: "center", textBaseline: "middle" });
  colours.forEach((colour2, unit) => {
    const [x, y] = corner(layout, unit);
    context.fillStyle = inkOn(colour2);
    context.fillText(rounded(valueAt(unit), 1), x + layout.width / 2, y + layout.height / 2, layout.width);
  });
}
function paintMarks(context, scene) {
  const { sizes, layout, only } = scene;
  const density = window.devicePixelRatio || 1;
  const [across, down] = [context.canvas.width / density, context.canvas.height / density];
  for (const { channels, rows, columns, width, dashed } of scene.marks) {
    const all = channels ?? Array.from({ length: sizes.channels }, (_, channel) => channel);
    for (const channel of all) {
      if (only !== null && channel !== only) continue;
      const box = boxOf(sizes, layout, only === null ? channel : 0, rows, columns);
      const visible = inside(box, across, down, (width + EDGE) / 2);
      frame(context, visible, width + EDGE, MARK_EDGE);
      frame(context, visible, width, MARK, dashed ? DASHES : []);
    }
  }
}
function paintCursor(context, { sizes, layout, only, cursor }) {
  if (!cursor) return;
  const { channel, row, column } = cursor;
  const box = boxOf(sizes, layout, only === null ? channel : 0, [row, row + 1], [column, column + 1]);
  frame(context, box, 3, tokens_default.colours["on-light"].light);
  frame(context, box, 1.5, tokens_default.colours["on-dark"].light);
}
function frame(context, box, width, colour2, dashes = []) {
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
      const place2 = this.placeAt(event.offsetX, event.offsetY);
      if (place2) this.listener.choose?.(this, place2);
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
  show(codes, range, table) {
    this.codes = codes;
    this.range = range;
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
    const density = window.devicePixelRatio || 1;
    this.layout = layOut(this.sizes, width, height, this.gap, this.only !== null, most);
    this.canvas.dataset.across = String(this.layout.across);
    const style = getComputedStyle(this.canvas);
    this.font = `${style.fontSize} ${style.fontFamily}`;
    const { total } = this.layout;
    this.canvas.style.width = `${total.width}px`;
    this.canvas.style.height = `${total.height}px`;
    this.canvas.width = Math.round(total.width * density);
    this.canvas.height = Math.round(total.height * density);
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
    const place2 = { layer: name, row, column, value };
    return shape2.length < 3 ? text("value-of-pixel", place2) : text("value-of-map", { ...place2, channel });
  }
  /** Returns the value under a point of the canvas. */
  placeAt(x, y) {
    return this.codes && this.layout && placeAt(this.sizes, this.layout, x, y, this.only);
  }
  /** Returns the place a step further, or a map further. */
  moved(place2, step, byMap) {
    return this.layout ? moved(this.sizes, this.layout.across, place2, step, byMap, this.only) : place2;
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
  point(place2, loud) {
    this.isTelling = false;
    const had = this.cursor;
    this.cursor = place2;
    if (had || place2) this.paint();
    this.listener.point(place2 && this, loud);
  }
  tell() {
    this.isTelling = true;
    this.listener.point(this, true);
  }
  key(event) {
    const step = STEPS[event.key];
    const place2 = this.cursor ?? { channel: this.only ?? 0, row: 0, column: 0 };
    if (event.key === "Enter" || event.key === " ") this.listener.choose?.(this, place2);
    else if (event.key === "Escape") this.listener.escape?.();
    else if (event.key.toLowerCase() === "d" && isLetter(event)) this.tell();
    else if (step && this.codes) this.point(this.cursor ? this.moved(place2, step, event.shiftKey) : place2, true);
    else {
      if (isLetter(event)) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
};

// core/strip/enlargement.ts
var SIDE3 = 264;
var MARGIN = 8;
var STATUS_BAR = 40;
var Enlargement = class {
  /** @param onPoint hears of the cursor on the enlarged map */
  constructor(onPoint) {
    this.onPoint = onPoint;
    this.el.hidden = true;
  }
  onPoint;
  el = element("div", "mnistviz-enlargement");
  strip = null;
  map = null;
  /** Enlarges the map at a place; the same one a second time closes it. */
  toggle(strip, place2) {
    const isOpen = this.strip === strip && this.map?.only === place2.channel;
    this.close();
    if (isOpen || !strip.sizes.isMaps) return;
    const close = () => {
      this.close();
      strip.canvas.focus({ preventScroll: true });
    };
    const map = new Strip(strip.layer, { point: this.onPoint, choose: close, escape: close });
    map.only = place2.channel;
    map.cursor = { ...place2 };
    const name = text("map", { layer: strip.layer.name, channel: place2.channel });
    map.canvas.setAttribute("aria-label", text("map-enlarged", { map: name }));
    const closing = button("×", close, text("close-enlarged-map"));
    closing.className = "";
    this.el.replaceChildren(element("div", "mnistviz-enlargement-title", [name, closing]), map.canvas);
    this.el.hidden = false;
    map.resize(strip.sizes.columns * Math.max(1, Math.floor(SIDE3 / strip.sizes.columns)));
    Object.assign(this, { strip, map });
    this.refresh(strip);
    this.moveBeside(strip, place2);
    map.canvas.focus({ preventScroll: true });
    this.onPoint(map, false);
  }
  /** Closes the enlargement. */
  close() {
    this.el.hidden = true;
    this.strip = this.map = null;
  }
  /** Takes over the new codes or values of a strip. */
  refresh(strip) {
    if (this.strip !== strip || !strip.codes) return;
    this.map?.show(strip.codes, strip.range, strip.table);
    if (this.map) this.map.values = strip.values;
  }
  /** Goes to the side with more room, inside the layers and, if possible, inside the window. */
  moveBeside(strip, place2) {
    const layers = this.el.parentElement;
    if (!layers || !strip.layout) return;
    const [x, y] = corner(strip.layout, place2.channel);
    const { offsetWidth: width, offsetHeight: height } = this.el;
    const left = strip.canvas.offsetLeft + x;
    const isRight = left > layers.clientWidth / 2;
    const beside = isRight ? left - width - MARGIN : left + strip.layout.width + MARGIN;
    const bottom = Math.min(layers.scrollHeight, window.innerHeight - STATUS_BAR - layers.getBoundingClientRect().top);
    this.el.style.left = `${Math.max(0, beside)}px`;
    this.el.style.top = `${Math.max(0, Math.min(strip.canvas.offsetTop + y, bottom - height))}px`;
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

// trainer/strips.ts
var NARROW = 560;
var FEW = 8;
var Strips = class {
  el;
  readout = element("div", "mnistviz-readout");
  enlargement;
  pointed = null;
  strips;
  tables;
  constructor(model) {
    const { signed, unsigned } = model.get("palettes");
    this.tables = { signed: new ThemedTable(signed, true), unsigned: new ThemedTable(unsigned, false) };
    this.enlargement = new Enlargement((strip, isLoud) => this.read(strip, isLoud));
    const parts = model.get("strips").map((layer) => this.build(layer));
    this.strips = parts;
    const remark = model.get("remark");
    const remarks = remark ? [element("div", "mnistviz-remark", [remark])] : [];
    const strips = parts.map(({ el }) => el);
    this.el = element("div", "mnistviz-layers", [this.readout, ...remarks, ...strips, this.enlargement.el]);
    this.readout.hidden = !strips.length;
    this.read(null, false);
  }
  paint(strips, arrays) {
    for (const [i, { strip }] of this.strips.entries()) {
      const range = strips[i];
      if (!range) continue;
      const codes = arrays.uint8(strip.layer.name).data.slice();
      strip.show(codes, range, this.colours(strip));
      this.enlargement.refresh(strip);
    }
    for (const [i, { range }] of this.strips.entries()) {
      const { low, high } = strips[i] ?? { low: [0], high: [0] };
      setText(range, rangeText(low, high));
    }
    if (this.pointed) this.read(this.pointed, false);
  }
  resize() {
    const width = this.el.clientWidth;
    const most = width < NARROW ? FEW : void 0;
    if (width) for (const { strip } of this.strips) strip.resize(width, 0, most);
  }
  /** Takes the colours of the present theme. */
  recolour() {
    for (const { strip } of this.strips) {
      strip.recolour(this.colours(strip));
      this.enlargement.refresh(strip);
    }
  }
  colours({ layer }) {
    return this.tables[layer.signed ? "signed" : "unsigned"].colours;
  }
  build(layer) {
    const strip = new Strip(layer, {
      point: (which, isLoud) => this.read(which, isLoud),
      choose: (which, place2) => this.enlargement.toggle(which, place2)
    });
    strip.canvas.setAttribute("aria-label", text("trainer-layer-keys", { layer: layer.title }));
    const range = element("span", "mnistviz-range");
    const title = element("div", "mnistviz-strip-title", [element("span", "", [layer.title]), range]);
    return { strip, range, el: element("div", "mnistviz-layer", [title, strip.canvas]) };
  }
  read(strip, isLoud) {
    this.pointed = strip;
    showReading(this.readout, strip?.codes ? strip.read() : text("point-to-read-or-enlarge"), isLoud);
  }
};

// trainer/page.ts
var TrainerPage = class {
  // the training, with the update that is painted next; that must be announced
  constructor(model, el, host) {
    this.model = model;
    this.el = el;
    el.classList.add("mnistviz-training");
    Object.assign(el.dataset, { state: "", batch: "0" });
    this.controls = new Controls(model);
    this.replay = new Replay(model);
    this.samples = new Samples(model);
    this.strips = new Strips(model);
    this.live = new LivePage(model, el, {
      accept: (update) => {
        this.isResting = false;
        return () => update;
      },
      paint: (update) => this.paint(update),
      receive: ({ kind }) => {
        if (kind !== "rest") return;
        if (this.live.isWaiting) this.isResting = true;
        else this.announce();
      },
      resize: () => this.strips.resize(),
      recolour: () => this.strips.recolour()
    });
    this.live.listen(["change:choices"], () => this.controls.showChoices());
    this.live.listen(["change:digit"], () => this.samples.showChosen());
    this.live.listen(["change:epoch"], () => this.replay.showChosen());
    const explorer = new SmallExplorer(model, host);
    this.live.onClose(() => explorer.close());
    const curves = element("div", "mnistviz-curves", [this.loss.el, this.accuracy.el]);
    el.append(
      this.live.message,
      this.controls.el,
      element("div", "mnistviz-progress", [this.controls.state, this.epochs.el, this.batches.el]),
      element("div", "mnistviz-learning", [element("div", "mnistviz-figures", [curves]), explorer.el]),
      this.replay.el,
      this.samples.el,
      this.strips.el,
      this.confusion,
      this.live.spoken
    );
  }
  model;
  el;
  live;
  controls;
  epochs = new ProgressBar("epochs");
  batches = new ProgressBar("batches");
  loss = new Curve(text("trainer-loss"), (value) => rounded(value, 2), null);
  accuracy = new Curve(text("trainer-accuracy"), percent, 1);
  replay;
  samples;
  strips;
  confusion = element("div", "mnistviz-result");
  update = null;
  // the one that is painted
  isResting = false;
  close() {
    this.live.close();
  }
  paint({ header, arrays }) {
    this.update = header;
    const { state, progress, trained, confusion } = header;
    this.strips.paint(header.strips, arrays);
    this.controls.showState(state, trained);
    this.epochs.show(progress.epoch, progress.epochs);
    this.batches.show(progress.batch, progress.batches);
    this.loss.describe(header.loss_name);
    this.paintCurves(header);
    this.replay.paint(header);
    this.samples.paint(header);
    this.confusion.replaceChildren(...confusion ? [this.tableOf(confusion)] : []);
    Object.assign(this.el.dataset, { state, batch: trained, epoch: header.shown_epoch ?? "" });
    this.live.reportPainted(header.number);
    if (this.isResting) this.announce();
    this.isResting = false;
  }
  tableOf(confusion) {
    return confusionTable(confusion, this.model.get("classes"), this.model.get("subject"));
  }
  paintCurves(update) {
    const { batches, loss, accuracy, validations, trained, end } = update;
    const points = (values2) => batches.map((batch, i) => [batch, values2[i] ?? 0]);
    const losses = validations.map(([batch, value]) => [batch, value]);
    const accuracies = validations.map(([batch, , value]) => [batch, value]);
    this.loss.show(points(loss), losses, trained, end);
    this.accuracy.show(points(accuracy), accuracies, trained, end);
    const replayed = batchOf(update.kept, update.shown_epoch);
    for (const curve of [this.loss, this.accuracy]) curve.mark(replayed, end);
  }
  /** Announces the result, politely: the training rests. */
  announce() {
    if (!this.update) return;
    const { state, progress, validations } = this.update;
    const accuracy = validations.at(-1)?.[2];
    const values2 = { state: text("training-state", { state }), epoch: progress.epoch, epochs: progress.epochs };
    const result = accuracy === void 0 ? text("training-aloud", values2) : text("training-aloud-with-result", {
      ...values2,
      subject: this.model.get("subject"),
      accuracy: percent(accuracy)
    });
    setText(this.live.spoken, result);
  }
};

// trainer/index.ts
function render({ model, el, host }) {
  return showSpoken(model, el, ["strips", "remark"], () => new TrainerPage(model, el, host));
}
var trainer_default = { render };
export {
  trainer_default as default
};
