/* Built from frontend/ by `make page`. Do not edit. */

// core/model.ts
function kernelOf(model) {
  return model.widget_manager?.kernel;
}
function save(model, trait, value) {
  model.set(trait, value);
  model.save_changes();
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
  const isLight = document.body.dataset.jpThemeLight;
  if (isLight) return isLight === "false" ? "jupyter-dark" : "jupyter-light";
  return document.querySelector(DARK) ? "dark" : "light";
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

// exercise/prose.ts
function piecesOf(prose) {
  const pieces = prose.split("`").map((words, i) => ({ words, isCode: i % 2 === 1 }));
  return pieces.filter(({ words }) => words);
}
function proseOf(prose) {
  return piecesOf(prose).map(({ words, isCode }) => isCode ? element("code", "", [words]) : words);
}

// exercise/card.ts
var LONGEST_ANSWER = 200;
var CHANGES = ["change:feedback", "change:points"];
var VERDICTS = {
  "": null,
  right: "verdict-right",
  wrong: "verdict-wrong",
  hint: "verdict-hint",
  answer: "verdict-answer",
  refused: "verdict-refused"
};
var ExerciseCard = class {
  constructor(model, el, host) {
    this.model = model;
    this.el = el;
    el.classList.add("mnistviz-exercise");
    Object.assign(el, language());
    this.feedback.setAttribute("role", "status");
    this.explorer = new SmallExplorer(model, host);
    const paragraphs = model.get("paragraphs").map((paragraph) => element("p", "", proseOf(paragraph)));
    const tables = element("div", "mnistviz-tables", model.get("tables").map(tableOf));
    const question = element("div", "mnistviz-question", [...paragraphs, tables]);
    const form = this.form();
    const message = announcer("mnistviz-message", "alert");
    const reply = element("div", "mnistviz-reply", [form, message, this.feedback, this.points]);
    this.stopFollowing = followTheme(el);
    this.stopWatching = whenKernelEnds(model, () => showEnding(message, [form]));
    el.append(element("div", "mnistviz-card", [question, this.explorer.el, reply]));
    for (const name of CHANGES) model.on(name, this.show);
    this.show();
  }
  model;
  el;
  field = element("input");
  feedback = element("p", "mnistviz-feedback");
  points = element("p", "mnistviz-points");
  explorer;
  isAsked = false;
  // for a guess before the answer is shown
  stopWatching;
  stopFollowing;
  close() {
    for (const name of CHANGES) this.model.off(name, this.show);
    this.stopWatching();
    this.stopFollowing();
    this.explorer.close();
  }
  show = () => {
    const feedback = this.model.get("feedback");
    const verdict = this.model.get("verdict");
    const key = VERDICTS[verdict];
    this.el.dataset.verdict = feedback ? verdict : "";
    const lead = element("strong", "", [key ? text(key) : ""]);
    this.feedback.replaceChildren(...feedback ? [lead, " ", ...proseOf(feedback)] : []);
    setText(this.points, this.model.get("points"));
  };
  form() {
    const draws = this.model.get("draws");
    const form = element("form", "mnistviz-form");
    form.dataset.lmSuppressShortcuts = "true";
    if (!draws) form.append(this.labelledField(form));
    const check = element("button", "mnistviz-button mnistviz-check", [
      text(draws ? "exercise-check-drawing" : "exercise-check")
    ]);
    const hint = button(text("exercise-hint"), () => this.model.send({ kind: "hint" }));
    form.append(
      check,
      hint,
      button(text("exercise-show-answer"), () => this.reveal())
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.model.send({ kind: "check", answer: this.field.value });
    });
    return form;
  }
  /** Shows the answer. Who has tried nothing is asked once what they expect: seen once, an answer can't be guessed any more. */
  reveal() {
    const isTooEarly = this.model.get("verdict") === "" && !this.isAsked;
    this.isAsked = true;
    if (isTooEarly) setText(this.feedback, text("exercise-guess-first"));
    else this.model.send({ kind: "reveal" });
  }
  labelledField(form) {
    Object.assign(this.field, { type: "text", autocomplete: "off", spellcheck: false, maxLength: LONGEST_ANSWER });
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      form.requestSubmit();
    });
    return element("label", "", [text("exercise-your-answer"), " ", this.field]);
  }
};
function tableOf({ caption, header, rows }) {
  const head = element(
    "tr",
    "",
    header.map((words) => heading(words, "col"))
  );
  const body = rows.map(([first = "", ...others]) => {
    return element("tr", "", [heading(first, "row"), ...others.map((words) => element("td", "", [words]))]);
  });
  const parts = [element("caption", "", proseOf(caption)), element("thead", "", [head]), element("tbody", "", body)];
  return element("div", "mnistviz-scroll", [element("table", "", parts)]);
}
function heading(words, scope) {
  return words ? Object.assign(element("th", "", [words]), { scope }) : element("td");
}

// exercise/index.ts
function render({ model, el, host }) {
  return showSpoken(model, el, ["paragraphs", "tables"], () => new ExerciseCard(model, el, host));
}
var exercise_default = { render };
export {
  exercise_default as default
};
