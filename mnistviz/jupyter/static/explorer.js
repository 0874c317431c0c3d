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
function bytesOf(view2) {
  return new Uint8Array(view2.buffer, view2.byteOffset, view2.byteLength);
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
  constructor(bundle2, errors, args) {
    this.dirty = /* @__PURE__ */ new WeakSet();
    this.params = null;
    this.placeables = 0;
    this.bundle = bundle2;
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

// ../mnistviz/locale/en.ftl
var en_default = "## page and Python: drawing and framing\n\ndrawing-no-stroke-to-extend = The drawing has no stroke to extend. Call begin(x, y) first.\nframing-of-photo-ink = ink separated from the paper\nframing-of-pad = the pad, { $side }x{ $side } px\nframing-cropped = ink found on { $width }x{ $height } px\nframing-not-cropped = off: all { $width }x{ $height } px\nframing-scaled = longest side { $side } px\nframing-paper-scaled = { $paper } px of paper become { $side } px\nframing-ink-not-scaled = off: { $ink } px of ink become { $side } px\nframing-picture-not-scaled = off: { $picture } px become { $side } px\nframing-line-changed = line { $drawn } to { $width } px\nframing-line-kept = line stays { $width } px\nframing-line-kept-off = off: line stays { $width } px\nframing-line-not-measured = picture too small to measure its line\nframing-line-off = off\nframing-centred = centre of mass moved { $right }, { $down } px\nframing-not-centred = off: centre of mass in column { $column }, row { $row }\nframing-no-ink = no ink on the paper\n\n## page and Python: explanations\n\nnothing-to-explain = The digit is blank paper, so there is nothing to explain. Draw something, then explain its forward pass.\nforward-pass-of-other-weights = Other weights made this forward pass: these give { $unit } the value { $expected }, but it has { $value }. Run mnistviz.forward(digit, model) again, and pass the same model.\nno-such-layer = There is no layer { $layer }. Choose one of { $layers }.\nlayer-not-explained = The layer { $layer } is a { $kind }, which cannot be explained. Explain a layer below it, or use only { $kinds }.\nactivation-not-explained = The activation { $activation } of the layer { $layer } reads more than one value, and cannot be explained. Explain a layer below it, or use another activation.\nlayers-not-chained = The layers up to { $target } are not a chain from { $digit }: { $layer } does not read the layer before it alone. Use a keras.Sequential, or explain a layer below the first branch.\nno-such-unit = The layer { $layer } has no unit { $unit }. Count from 0: { $axes ->\n    [map] row 0 to { $row }, column 0 to { $column }, channel 0 to { $channel }\n   *[unit] unit 0 to { $channel }\n}; for example { $example }.\naccount-of-sum = { $count ->\n    [one] 1 product from { $layer } { $products } + bias { $bias }\n   *[other] { $count } products from { $layer } { $products } + bias { $bias }\n}\naccount-of-activated-sum = { $count ->\n    [one] { $activation }({ $sum }), where { $sum } is 1 product from { $layer } { $products } + bias { $bias }\n   *[other] { $activation }({ $sum }), where { $sum } is { $count } products from { $layer } { $products } + bias { $bias }\n}\naccount-of-softmax-of-sum = { $count ->\n    [one] exp({ $sum } - { $maximum }) / { $total }, the softmax among { $logits } logits, of which this one is 1 product from { $layer } { $products } + bias { $bias }\n   *[other] exp({ $sum } - { $maximum }) / { $total }, the softmax among { $logits } logits, of which this one is { $count } products from { $layer } { $products } + bias { $bias }\n}\naccount-of-softmax = exp({ $sum } - { $maximum }) / { $total }, the softmax of { $unit } = { $sum } among { $logits } logits\naccount-of-maximum = { $count ->\n    [one] the maximum of 1 value: { $unit }\n   *[other] the maximum of { $count } values: { $unit }\n}\naccount-of-mean = { $count ->\n    [one] the mean of 1 value of { $layer }\n   *[other] the mean of { $count } values of { $layer }\n}\naccount-of-same-value = { $unit }, unchanged\naccount-of-activation = { $activation }({ $value }), from { $unit }\nreceptive-field = rows { $top } to { $bottom }, columns { $left } to { $right } of the digit\nreceptive-field-empty = nothing of the digit\nexplanation-sees = It sees { $field }.\nthen-softmax = then { $layer } = { $value }, by softmax among all { $count }\nthen-activation = then { $layer } = { $activation }({ $input }) = { $value }\nlayer-not-scored = The forward pass has no layer { $layer }. Use a network with the layers of mnistviz.build_cnn(), and statistics fitted to it.\n\n## page\n\nkernel-ended = The kernel of this notebook cell has ended. Run the cell again.\nno-2d-canvas = The browser cannot draw on a canvas. Use a current version of Chrome, Firefox or Safari.\nrange = { $low } .. { $high }\nrange-per-map = per map, at most { $low } .. { $high }\nabout = about { $value }\nvalue-of-unit = { $layer }, unit { $unit }: { $value }\nvalue-of-pixel = { $layer }, row { $row }, column { $column }: { $value }\nvalue-of-map = { $layer }, channel { $channel }, row { $row }, column { $column }: { $value }\nmap = { $layer }, channel { $channel }\nmap-enlarged = { $map }, enlarged. Arrow keys read values, Escape closes.\nclose-enlarged-map = Close the enlarged map\n\n## page: codec\n\ncodec-version = The message has version { $received }; this page reads version { $version }. Reload the page.\ncodec-buffers = The message has { $count } buffers instead of 1.\ncodec-length = The message has { $received } bytes; its arrays need { $needed }.\ncodec-unknown-dtype = The array { $name } of the message has an unknown type: { $dtype }.\ncodec-array = { $received ->\n    [none] The message has no array { $name }.\n   *[other] The message has the { $received } array { $name } instead of { $expected }.\n}\n\n## page: trainer\n\nstart-training = Start\ncontinue-training = Continue\npause-training = Pause\nresume-training = Resume\nstop-training = Stop\nreset-training = Reset\ntraining-state = { $state ->\n    [ready] ready\n    [running] running\n    [paused] paused\n    [finished] finished\n   *[stopped] stopped\n}\ntrainer-learning-rate = Learning rate\ntrainer-batch-size = Batch size\ntraining-digits = Digits\nall-digits = all\ntrainer-epochs = Epochs\ntrainer-augmentation = Augmentation\ntrainer-epoch = Epoch\nepoch-of = Epoch { $done } of { $all }\nno-epoch = Epoch –\ntrainer-batch = Batch\nbatch-of = Batch { $done } of { $all }\nno-batch = Batch –\nfirst-batch = batch 0\ntrainer-loss = Loss\ntrainer-accuracy = Accuracy\ntraining-value = { $value ->\n    [none] training\n   *[other] training { $value }\n}\nvalidation-value = { $value ->\n    [none] validation\n   *[other] validation { $value }\n}\ncurve-aloud = { $batches ->\n    [one] { $name } after one batch: training { $training }, validation { $validation }\n   *[other] { $name } after { $batches } batches: training { $training }, validation { $validation }\n}\nnot-known-yet = not known yet\ndigit-with-maps = Digit whose maps are shown\nshow-maps-of = Show the maps of a { $digit }\nread-as = read as { $digit }, { $confidence }\npoint-to-read-or-enlarge = Point at a value to read it. Click a map to enlarge it.\nwritten-and-read = written ↓ read as →\ndigits-read-correctly = { $right } of { $total } validation digits are read correctly.\ntraining-aloud = Training { $state }, epoch { $epoch } of { $epochs }\ntraining-aloud-with-result = Training { $state }, epoch { $epoch } of { $epochs }. The network reads { $accuracy } of the validation digits correctly.\n\n## page: exercise-card\n\nexercise-your-answer = Your answer\nexercise-check = Check\nexercise-check-drawing = Check my drawing\nexercise-hint = Hint\nexercise-show-answer = Show the answer\nverdict-right = ✓ Right.\nverdict-wrong = ✗ Not yet.\nverdict-hint = Hint:\nverdict-answer = The answer:\nverdict-refused = This does not count:\n\n## page: gallery\n\nsample-of = Sample of a { $digit }\nother-samples = others\nshow-other-samples = Show other samples\n\n## page: explorer\n\nnetwork-sees = the network sees\ndraw-a-digit = draw a digit\nblank-paper = blank paper\nno-prediction = no prediction\nanswer-aloud = The network reads { $prediction }, confidence { $confidence }\ncolours-missing = The colours are missing. Run the cell again.\npad-without-canvas = The pad has no canvas. Reload the page.\nunfamiliar = This does not look like a digit that I know.\nprobabilities = Probability of each digit\ndigit-of-bar = digit { $digit }\nwhy = Why?\nwhy-aloud = Ask where the confidence comes from\npoint-to-explain = Point at a value to read it, click to explain it\nfile-too-large = The file has { $size } MB; the limit is { $limit } MB. Make it smaller and try again.\n\n## page: feature maps\n\ncolours = Colours\ncolour-range = One colour range\nrange-by-layer = range per layer\nrange-by-map = range per map\nlayer-keys = { $layer }. Arrow keys read values, Shift with arrow keys changes the map, Enter explains a value.\ndigit-keys = { $digit }. Arrow keys read values.\n\n## page: kernels\n\nflat-kernels = { $filters } kernels { $size }\nsliced-kernels = { $filters } kernels of { $inputs } slices { $size }\nkernels-and-range = { $kernels }, { $range }\nkernels-beyond-colours = { $kernels }, { $range }, colours end at { $high }\nkernel-keys = { $layer }: { $kernels }. Arrow keys read weights, Shift with arrow keys changes the kernel.\nweight-of-kernel = { $layer }, kernel { $kernel }, row { $row }, column { $column }: { $value }\nweight-of-slice = { $layer }, kernel { $kernel }, input channel { $input }, row { $row }, column { $column }: { $value }\n\n## page: framing\n\nframing-title = framing: from the pad to the network\nframed-with-every = with every step\nframed-as-chosen = with your switches\nframed-with-none = without any\nframed-in-three-ways = What the network reads, framed in three ways\nframing-partly-off = Framing is partly off: the network gets the digit without { $steps }.\nall-steps-on = all on\nall-steps-on-aloud = Switch all steps of framing on\n\n## page: microscope\n\nmicroscope-of = Microscope: { $unit }\nmicroscope-digit = The digit\nmicroscope-map = { $map }, enlarged. Arrow keys move the microscope, Escape closes it.\nclose-microscope = Close the microscope\ntrace-to-pixels = Trace to the pixels\ntraced-to = Traced to { $stops }.\ninput-channels = Input channels, the strongest first\nchannel-contributes = input channel { $channel }, contributes { $contribution }\ndigit = digit\nkernel = kernel\nproducts = products\nvalue = value\nweight = weight\nproduct = product\nfor-it = for it\nagainst-it = against it\nclass = class\nlogit = logit\nminus-maximum = - maximum\nexponential = exp\nshare-of-sum = / sum\nsoftmax = softmax\nsum = sum\nslide = Slide\nslide-aloud = Slide the window over the map\nslide-speed = Speed of the slide\nslide-step = Step\nslide-still = Your system asks for less motion. Step moves on value by value.\nplay = Play\npause = Pause\nslow = slow\nnormal = normal\nfast = fast\n";

// core/text.ts
var bundle = new FluentBundle("en", { useIsolating: false });
for (const error of bundle.addResource(new FluentResource(en_default))) throw error;
function text(key, values2 = {}) {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) throw new Error(`The catalogue has no text ${key}`);
  return bundle.formatPattern(pattern, values2);
}

// core/codec.ts
var VERSION = 1;
var ALIGNMENT = 8;
var TYPES = { uint8: Uint8Array, int32: Int32Array, float32: Float32Array, float64: Float64Array };
var Arrays = class _Arrays {
  constructor(tensors, prefix = "") {
    this.tensors = tensors;
    this.prefix = prefix;
  }
  tensors;
  prefix;
  get names() {
    const names = [...this.tensors.keys()].filter((name) => name.startsWith(this.prefix));
    return names.map((name) => name.slice(this.prefix.length));
  }
  /** Returns those named `section/...`, without that prefix. */
  of(section) {
    return new _Arrays(this.tensors, `${this.prefix}${section}/`);
  }
  uint8(name) {
    return this.get(name, "uint8");
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
  const { codec, arrays, ...header } = content;
  if (codec !== VERSION) throw new Error(text("codec-version", { received: String(codec), version: VERSION }));
  const [buffer] = buffers;
  if (buffers.length !== 1 || !buffer) throw new Error(text("codec-buffers", { count: buffers.length }));
  const bytes = bytesOf(buffer);
  const tensors = /* @__PURE__ */ new Map();
  let end = 0;
  for (const { name, dtype, shape } of arrays) {
    const Type = TYPES[dtype];
    if (!Type) throw new Error(text("codec-unknown-dtype", { name, dtype }));
    const start = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    const length = shape.reduce((product, size) => product * size, 1);
    end = start + length * Type.BYTES_PER_ELEMENT;
    if (end > bytes.length) break;
    tensors.set(name, { dtype, shape, data: view(Type, bytes.subarray(start, end)) });
  }
  if (end !== bytes.length)
    throw new Error(text("codec-length", { received: String(bytes.length), needed: String(end) }));
  return { header, arrays: new Arrays(tensors) };
}
function view(Type, bytes) {
  const { buffer, byteOffset, length } = bytes.byteOffset % Type.BYTES_PER_ELEMENT ? bytes.slice() : bytes;
  return new Type(buffer, byteOffset, length / Type.BYTES_PER_ELEMENT);
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
function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// core/link.ts
var ENDINGS = ["restarting", "autorestarting", "terminating", "dead"];
var PATIENCE = 1e3;
var Link = class {
  /**
   * @param onEnd is called once the kernel is gone
   * @param onBack is called when a broken connection is back
   */
  constructor(model, onEnd, onBack) {
    this.model = model;
    this.onEnd = onEnd;
    this.onBack = onBack;
    this.kernel = kernelOf(model);
    this.kernel?.connectionStatusChanged.connect(this.onConnection);
    this.kernel?.statusChanged.connect(this.onStatus);
    this.ask();
  }
  model;
  onEnd;
  onBack;
  kernel;
  timer;
  close() {
    this.kernel?.connectionStatusChanged.disconnect(this.onConnection);
    this.kernel?.statusChanged.disconnect(this.onStatus);
    this.stopAsking();
  }
  /**
   * Asks for an update now, and then each second until one comes: a request from the time when the kernel's thread for widgets
   * does not run yet waits for the end of the running notebook cell, and a broken connection swallows requests.
   */
  ask() {
    this.stopAsking();
    const ask = () => this.model.send({ kind: "ready" });
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
  onStatus = (_, status) => {
    if (ENDINGS.includes(status)) this.onEnd();
  };
};

// core/live_page.ts
var LivePage = class {
  /** Listens to the model, and asks for the first update. The painter must be ready for it. */
  constructor(model, el, painter) {
    this.model = model;
    this.el = el;
    this.painter = painter;
    el.dataset.frame = "0";
    this.listen(["msg:custom"], (content, buffers) => this.receive(content, buffers));
    this.listen(["change:message"], () => this.showMessage());
    this.showMessage();
    const resizing = new ResizeObserver(() => this.guarded(() => painter.resize()));
    resizing.observe(el);
    this.onClose(() => resizing.disconnect());
    const link = new Link(
      model,
      () => this.end(),
      () => painter.reconnect?.()
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
  endings = [];
  link;
  /** The number of the update that waits to be painted, if one does. */
  get waitingNumber() {
    return this.waiting ? this.waiting.content.number : null;
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
    if (content.kind !== "update") {
      this.painter.receive(content, buffers);
      return;
    }
    this.link.stopAsking();
    const isFirst = this.waiting === null;
    this.waiting = { content, buffers };
    if (!isFirst) return;
    const paint = () => this.guarded(() => this.paint());
    if (document.hidden)
      setTimeout(paint);
    else requestAnimationFrame(paint);
  }
  paint() {
    if (!this.waiting) return;
    const { content, buffers } = this.waiting;
    this.waiting = null;
    this.painter.paint(unpack(content, buffers));
    this.painted += 1;
    this.el.dataset.frame = String(this.painted);
  }
  /** The notebook kernel is gone: what is shown stays, the page says so and takes no more input. */
  end() {
    this.close();
    this.message.textContent = text("kernel-ended");
    const parts = [...this.el.children, ...this.painter.inputs?.() ?? []];
    disable(parts.filter((part) => part !== this.message));
  }
  showMessage() {
    this.message.textContent = this.model.get("message");
  }
};

// core/numbers.ts
function shortest(value) {
  for (let digits = 1; digits < 9; digits++) {
    const number = Number(value.toPrecision(digits));
    if (Math.fround(number) === value) return String(number);
  }
  return String(Number(value.toPrecision(9)));
}
function compact(value) {
  return String(Number(value.toPrecision(3)));
}
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
function signed(value) {
  return (value < 0 ? "−" : "+") + Math.abs(value).toFixed(Math.abs(value) < 100 ? 2 : 0);
}
function rangeText(low, high) {
  const range = { low: compact(Math.min(...low)), high: compact(Math.max(...high)) };
  return low.length > 1 ? text("range-per-map", range) : text("range", range);
}

// explorer/answer.ts
var CLASSES = 10;
var Answer = class {
  /** @param explain explains the probability of a digit  @param root gets a class while the digit is flagged */
  constructor(explain, root) {
    this.root = root;
    this.remark.hidden = true;
    this.rows = Array.from({ length: CLASSES }, (_, digit) => new Bar(digit, () => explain(digit)));
    const rows = element(
      "div",
      "mnistviz-bars",
      this.rows.map(({ el }) => el)
    );
    rows.setAttribute("role", "group");
    rows.setAttribute("aria-label", text("probabilities"));
    this.bars = element("div", "mnistviz-answer", [rows, this.remark]);
    const why = button(text("why"), () => explain(this.predicted), text("why-aloud"));
    this.verdict = element("div", "mnistviz-verdict", [this.prediction, this.confidence, why]);
  }
  root;
  verdict;
  bars;
  prediction = element("div", "mnistviz-prediction", [text("draw-a-digit")]);
  confidence = element("div", "mnistviz-confidence");
  remark = element("div", "mnistviz-flag", [text("unfamiliar")]);
  rows;
  predicted = 0;
  paint({ prediction, confidence, probabilities }) {
    const isKnown = prediction !== null;
    this.predicted = prediction ?? 0;
    this.prediction.classList.toggle("mnistviz-known", isKnown);
    setText(this.prediction, isKnown ? String(prediction) : text("draw-a-digit"));
    setText(this.confidence, isKnown ? percent(confidence) : "");
    for (const [digit, row] of this.rows.entries()) {
      row.paint(isKnown ? probabilities[digit] ?? 0 : null, digit === prediction);
    }
  }
  /** Flags the digit as unlike those that the network knows, or takes that back. */
  flag(isFlagged) {
    this.remark.hidden = !isFlagged;
    this.root.classList.toggle("mnistviz-flagged", isFlagged);
  }
};
var Bar = class {
  el;
  fill = element("span", "mnistviz-fill");
  number = element("span", "mnistviz-number");
  constructor(digit, onClick) {
    const label = element("span", "mnistviz-class", [String(digit)]);
    const track = element("span", "mnistviz-track", [this.fill]);
    this.el = element("div", "mnistviz-bar", [label, track, this.number]);
    this.el.setAttribute("role", "meter");
    this.el.setAttribute("aria-label", text("digit-of-bar", { digit }));
    this.el.setAttribute("aria-valuemin", "0");
    this.el.setAttribute("aria-valuemax", "100");
    this.el.addEventListener("click", onClick);
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

// ../mnistviz/assets/tokens.json
var tokens_default = {
  colours: {
    text: { jupyter: "--jp-ui-font-color1", light: "#1a1a1a", dark: "#e0e0e0", forced: "CanvasText" },
    "strong-text": { jupyter: "--jp-ui-font-color0", light: "#000000", dark: "#ffffff", forced: "CanvasText" },
    "faint-text": { jupyter: "--jp-ui-font-color2", light: "#616161", dark: "#b0b0b0", forced: "CanvasText" },
    background: { jupyter: "--jp-layout-color1", light: "#ffffff", dark: "#111111", forced: "Canvas" },
    field: { jupyter: "--jp-layout-color0", light: "#ffffff", dark: "#111111", forced: "Field" },
    raised: { jupyter: "--jp-layout-color2", light: "#eeeeee", dark: "#424242", forced: "ButtonFace" },
    border: { jupyter: "--jp-border-color1", light: "#bdbdbd", dark: "#616161", forced: "ButtonBorder" },
    "strong-border": { jupyter: "--jp-border-color0", light: "#757575", dark: "#9e9e9e", forced: "ButtonBorder" },
    "faint-border": { jupyter: "--jp-border-color2", light: "#e0e0e0", dark: "#424242", forced: "CanvasText" },
    accent: { jupyter: "--jp-brand-color1", light: "#1976d2", dark: "#64b5f6", forced: "Highlight" },
    bar: { jupyter: "--jp-ui-font-color3", light: "#9e9e9e", dark: "#757575", forced: "GrayText" },
    success: { jupyter: "--jp-success-color1", light: "#2e7d32", dark: "#66bb6a", forced: "Highlight" },
    warning: { jupyter: "--jp-warn-color1", light: "#e65100", dark: "#ffb74d", forced: "Mark" },
    error: { jupyter: "--jp-error-color1", light: "#d32f2f", dark: "#ef5350", forced: "Mark" },
    mark: { light: "#e6007e", dark: "#e6007e", forced: "#e6007e" },
    "mark-edge": { light: "#ffffff", dark: "#ffffff", forced: "#ffffff" },
    paper: { light: "#ffffff", dark: "#ffffff", forced: "#ffffff" },
    ink: { light: "#1a1a1a", dark: "#1a1a1a", forced: "#1a1a1a" },
    positive: { light: "#b35806", dark: "#b35806", forced: "#b35806" },
    "on-light": { light: "#000000", dark: "#000000", forced: "#000000" },
    "on-dark": { light: "#ffffff", dark: "#ffffff", forced: "#ffffff" },
    neutral: { light: "#8a8a8a", dark: "#8a8a8a", forced: "#8a8a8a" }
  },
  sizes: {
    paper: 280,
    touch: 44,
    "pad-border": 2,
    "digit-shown": 84
  },
  counts: {
    "maps-across": 16,
    "units-across": 64
  },
  type: {
    family: { jupyter: "--jp-ui-font-family", fallback: "sans-serif" },
    "code-family": { jupyter: "--jp-code-font-family", fallback: "monospace" },
    size: { jupyter: "--jp-ui-font-size1", fallback: "13px" }
  }
};

// core/colours.ts
var PAPER = Uint32Array.from({ length: 256 }, (_, code) => 4278190080 | (255 - code) * 65793);
function colourTable(bytes) {
  const byte = (at) => bytes[at] ?? 0;
  return Uint32Array.from(
    { length: 256 },
    (_, code) => 4278190080 | byte(3 * code + 2) << 16 | byte(3 * code + 1) << 8 | byte(3 * code)
  );
}
function codeOf(value, high, isSigned) {
  const share = high ? Math.max(-1, Math.min(1, value / high)) : 0;
  return isSigned ? 128 + Math.round(127 * share) : Math.max(0, Math.round(255 * share));
}
function decoded(code, high, isSigned) {
  return isSigned ? (code - 128) / 127 * high : code / 255 * high;
}
function inkOn(colour2) {
  const linear = (shift) => ((colour2 >> shift & 255) / 255) ** 2.2;
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16) > 0.179 ? tokens_default.colours["on-light"].light : tokens_default.colours["on-dark"].light;
}
function css(colour2) {
  return `rgb(${colour2 & 255} ${colour2 >> 8 & 255} ${colour2 >> 16 & 255})`;
}

// core/canvas.ts
function contextOf(canvas) {
  const context = canvas.getContext("2d");
  if (!context) throw new Error(text("no-2d-canvas"));
  return context;
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

// explorer/input.ts
var SIDE = tokens_default.sizes["digit-shown"];
var RANGE = { low: [0], high: [1] };
var Input = class {
  constructor(digit) {
    this.digit = digit;
    this.el = element("figure", "mnistviz-input", [
      element("div", "mnistviz-caption", [text("network-sees")]),
      element("div", "mnistviz-framing", [this.steps, digit.canvas]),
      this.caption
    ]);
  }
  digit;
  el;
  steps = element("span", "mnistviz-steps");
  caption = element("figcaption");
  paintDigit(arrays) {
    this.digit.show(arrays.uint8("digit").data, RANGE, PAPER);
  }
  paintSteps({ steps, centring }, arrays) {
    fillUp(this.steps, steps.length, () => element("span", "", [element("canvas", "mnistviz-paper"), "→"]));
    steps.forEach(({ name, text: what }, i) => {
      const canvas = this.steps.children[i]?.firstChild;
      const { shape, data } = arrays.uint8(name);
      paintInk(canvas, data, shape[1] ?? 0, shape[0] ?? 0);
      canvas.title = what;
    });
    setText(this.caption, [...steps.map((step) => step.text), centring].filter(Boolean).join("; "));
  }
  settle(arrays) {
    this.digit.values = arrays.float32("digit").data;
  }
  resize() {
    this.digit.resize(SIDE, SIDE);
  }
};

// explorer/pen_batches.ts
var UNDER_WAY = 2;
var PenBatches = class {
  events = [];
  // those that no painted update contains
  first = 0;
  // the number of events[0]
  sent = 0;
  // the number of the first event that is not sent
  ends = [];
  // of the batches under way, the number after the last event
  /** The events that no painted update contains. */
  get unpainted() {
    return this.events;
  }
  /** Whether another batch may be sent before one that is under way is painted. */
  get hasRoom() {
    return this.ends.length < UNDER_WAY;
  }
  add(event) {
    this.events.push(event);
  }
  /** A painted update contains the first `heard` events. */
  paint(heard) {
    this.events.splice(0, heard - this.first);
    this.first = Math.max(this.first, heard);
    this.ends = this.ends.filter((end) => end > heard);
  }
  /** Takes all events that are not sent yet as a batch; null if there are none. */
  next() {
    const events = this.events.slice(this.sent - this.first).map(({ message }) => message);
    if (!events.length) return null;
    const batch = { first: this.sent, events };
    this.sent += events.length;
    this.ends.push(this.sent);
    return batch;
  }
  /** Waits no longer for the batches under way. */
  forget() {
    this.ends = [];
  }
  /** Goes back to the first event that no painted update contains: it may have been lost. */
  rewind() {
    this.sent = this.first;
    this.forget();
  }
};

// explorer/pen.ts
var PATIENCE2 = 60;
var Pen = class {
  /**
   * @param pad the element around the canvas
   * @param painted returns the number of the newest painted update
   */
  constructor(pad, canvas, painted, tell) {
    this.pad = pad;
    this.canvas = canvas;
    this.painted = painted;
    this.tell = tell;
    this.listen("mousedown", (event) => this.press(event, event));
    this.listen("touchstart", (event) => this.press(event, event.touches[0]));
    this.listen("mousemove", (event) => this.move(event, event));
    this.listen("touchmove", (event) => this.move(event, event.touches[0]));
    for (const name of ["mouseup", "mouseout", "touchend", "touchcancel"]) {
      this.listen(name, (event) => this.lift(event));
    }
  }
  pad;
  canvas;
  painted;
  tell;
  /** Numbers are this page's own. */
  page = Math.random().toString(36).slice(2);
  batches = new PenBatches();
  tip = null;
  // null: the pen is lifted
  timer;
  endings = [];
  close() {
    for (const end of this.endings) end();
    clearTimeout(this.timer);
  }
  /** An update has been painted that contains the first `heard` events. Returns whether the next batch has said so. */
  paint(heard) {
    this.batches.paint(heard);
    const { unpainted } = this.batches;
    if (unpainted.length) this.ink(unpainted);
    return this.batches.hasRoom && this.send();
  }
  /** A broken connection is back: whatever no update contains may have been lost. The kernel knows what it has heard. */
  sendAgain() {
    this.batches.rewind();
    this.send();
  }
  /** Listens on the way down to the canvas, before ipycanvas hears of an event. */
  listen(name, listener) {
    this.pad.addEventListener(name, listener, { capture: true, passive: false });
    this.endings.push(() => this.pad.removeEventListener(name, listener, { capture: true }));
  }
  press(event, at) {
    this.take(event);
    if (!at || this.tip || "button" in event && event.button) return;
    this.pad.querySelector("canvas")?.focus({ preventScroll: true });
    this.tip = this.place(at);
    this.add({ message: ["down", ...this.tip], line: [this.tip] });
    this.send();
  }
  move(event, at) {
    this.take(event);
    if (!this.tip || !at) return;
    const tip = this.place(at);
    this.add({ message: ["move", ...tip], line: [this.tip, tip] });
    this.tip = tip;
    if (this.batches.hasRoom) this.send();
  }
  lift(event) {
    this.take(event);
    if (!this.tip) return;
    this.tip = null;
    this.add({ message: ["up"], line: [] });
    this.send();
  }
  /** ipycanvas does not get the event, and a finger draws instead of scrolling. */
  take(event) {
    event.stopPropagation();
    if (event.type.startsWith("touch")) event.preventDefault();
  }
  place({ clientX, clientY }) {
    const canvas = this.pad.querySelector("canvas");
    if (!canvas) throw new Error(text("pad-without-canvas"));
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [canvas.width * (clientX - left) / width, canvas.height * (clientY - top) / height];
  }
  add(event) {
    this.batches.add(event);
    this.ink([event]);
  }
  /** Inks as the kernel does, with the brush that it has set. Once the pen is lifted the kernel inks all anew, for all pages. */
  ink(events) {
    const { ctx } = this.canvas;
    const scale = ctx.getTransform().a;
    for (const { line } of events) {
      const [from, to] = line.map(([x, y]) => [x / scale, y / scale]);
      if (!from) continue;
      ctx.beginPath();
      if (to) {
        ctx.moveTo(...from);
        ctx.lineTo(...to);
        ctx.stroke();
      } else {
        ctx.arc(...from, ctx.lineWidth / 2, 0, 2 * Math.PI);
        ctx.fill();
      }
    }
    this.canvas.syncViews();
  }
  send() {
    const batch = this.batches.next();
    if (!batch) return false;
    this.tell({ kind: "pen", page: this.page, ...batch, painted: this.painted() });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.waitNoLonger(), PATIENCE2);
    return true;
  }
  waitNoLonger() {
    this.batches.forget();
    this.send();
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
function sizesOf(shape) {
  const [rows = 1, columns = 1, channels = 1] = shape;
  if (shape.length > 1) return { isMaps: true, rows, columns, channels };
  return { isMaps: false, rows: 1, columns: 1, channels: rows };
}
function gapOf({ isMaps, columns }) {
  if (!isMaps) return UNIT_GAP;
  return columns <= KERNEL_COLUMNS ? KERNEL_GAP : MAP_GAP;
}
function layOut(sizes, width, unitHeight, gap, isSingle) {
  const { isMaps, rows, columns, channels } = sizes;
  const shown = isSingle ? 1 : channels;
  const across = Math.min(shown, isMaps ? MAPS_ACROSS : UNITS_ACROSS);
  const pitch = width / Math.max(across, isMaps && shown > 1 ? MAPS_ACROSS : 1);
  const height = isMaps ? (pitch - gap) * rows / columns : unitHeight;
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
function moved(sizes, across, place, [down, right], byMap, only) {
  if (byMap || !sizes.isMaps) {
    const channel = place.channel + right + down * across;
    return only === null && channel >= 0 && channel < sizes.channels ? { ...place, channel } : place;
  }
  const within = (at, end) => Math.min(Math.max(at, 0), end - 1);
  return { ...place, row: within(place.row + down, sizes.rows), column: within(place.column + right, sizes.columns) };
}
function indexOf({ rows, columns }, { channel, row, column }) {
  return (channel * rows + row) * columns + column;
}

// core/strip/painting.ts
var MARK = tokens_default.colours.mark.light;
var MARK_EDGE = tokens_default.colours["mark-edge"].light;
var EDGE = 1.5;
var DASHES = [3, 2];
function paintMaps(context, scene, maps) {
  const { sizes, layout, only } = scene;
  const density = window.devicePixelRatio || 1;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.imageSmoothingEnabled = false;
  const [width, height] = [Math.round(layout.width * density), Math.round(layout.height * density)];
  const first = only ?? 0;
  const last = only ?? sizes.channels - 1;
  for (let channel = first; channel <= last; channel++) {
    const [x, y] = corner(layout, channel - first);
    const [left, top] = [Math.round(x * density), Math.round(y * density)];
    context.drawImage(maps, 0, channel * sizes.rows, sizes.columns, sizes.rows, left, top, width, height);
  }
  context.scale(density, density);
}
function paintNumbers(context, { layout }, font, colours, valueAt) {
  Object.assign(context, { font, textAlign: "center", textBaseline: "middle" });
  colours.forEach((colour2, unit) => {
    const [x, y] = corner(layout, unit);
    context.fillStyle = inkOn(colour2);
    context.fillText(valueAt(unit).toFixed(1), x + layout.width / 2, y + layout.height / 2, layout.width);
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
var STEPS = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0]
};
var Strip = class {
  constructor(layer, listener) {
    this.layer = layer;
    this.listener = listener;
    this.sizes = sizesOf(layer.shape);
    this.gap = gapOf(this.sizes);
    const { rows, columns, channels } = this.sizes;
    this.native.width = columns;
    this.native.height = rows * channels;
    this.pixels = new ImageData(columns, rows * channels);
    this.colours = new Uint32Array(this.pixels.data.buffer);
    const { canvas } = this;
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "img");
    canvas.addEventListener("mousemove", (event) => this.point(this.placeAt(event.offsetX, event.offsetY), false));
    canvas.addEventListener("mouseleave", () => this.point(null, false));
    canvas.addEventListener("blur", () => this.point(null, false));
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
  /** The exact values; they come when the pen rests. */
  values = null;
  layout = null;
  gap;
  colours;
  native = document.createElement("canvas");
  // all maps below one another, one pixel a value
  pixels;
  font = "";
  /** Shows new codes (uint8), map after map, with their range and the colours of the 256 codes. */
  show(codes, range, table) {
    this.codes = codes;
    this.range = range;
    this.values = null;
    this.recolour(table);
  }
  recolour(table) {
    if (!this.codes) return;
    this.table = table;
    this.colour(this.codes);
    contextOf(this.native).putImageData(this.pixels, 0, 0);
    this.paint();
  }
  /** Fits the canvas to a width, and units to a height, in CSS pixels, and paints what is there. */
  resize(width, unitHeight = 0) {
    const density = window.devicePixelRatio || 1;
    this.layout = layOut(this.sizes, width, unitHeight, this.gap, this.only !== null);
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
    paintMaps(context, scene, this.native);
    if (!this.sizes.isMaps && this.sizes.channels <= FEW_UNITS) {
      paintNumbers(context, scene, this.font, this.colours, (unit) => this.approximate(unit));
    }
    paintMarks(context, scene);
    paintCursor(context, scene);
  }
  /** Returns the value under the cursor in words. */
  read() {
    if (!this.cursor) return "";
    const { channel, row, column } = this.cursor;
    const index = indexOf(this.sizes, this.cursor);
    const exact = this.values?.[index];
    const value = exact === void 0 ? text("about", { value: this.approximate(index).toPrecision(2) }) : shortest(exact);
    const { name, shape } = this.layer;
    if (!this.sizes.isMaps) return text("value-of-unit", { layer: name, unit: channel, value });
    const place = { layer: name, row, column, value };
    return shape.length < 3 ? text("value-of-pixel", place) : text("value-of-map", { ...place, channel });
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
    return decoded(this.codes?.[index] ?? 0, high[map] ?? 0, this.layer.signed);
  }
  point(place, loud) {
    const had = this.cursor;
    this.cursor = place;
    if (had || place) this.paint();
    this.listener.point(place && this, loud);
  }
  key(event) {
    const step = STEPS[event.key];
    const place = this.cursor ?? { channel: this.only ?? 0, row: 0, column: 0 };
    if (event.key === "Enter" || event.key === " ") this.listener.choose?.(this, place);
    else if (event.key === "Escape") this.listener.escape?.();
    else if (step && this.codes) this.point(this.cursor ? this.moved(place, step, event.shiftKey) : place, true);
    else {
      if (isLetter(event)) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
};

// explorer/stage.ts
var Stage = class {
  constructor(model, root, listen) {
    this.model = model;
    this.root = root;
    this.listen = listen;
    const palettes = Object.entries(model.get("palettes"));
    this.tables = new Map(palettes.map(([name, bytes]) => [name, colourTable(bytesOf(bytes))]));
    this.digit = new Strip(model.get("digit"), { point: this.point });
    this.digit.canvas.setAttribute("aria-label", text("digit-keys", { digit: model.get("digit").title }));
    this.digit.canvas.classList.add("mnistviz-paper");
    this.point(null, false);
  }
  model;
  root;
  listen;
  /** The strips of all layers by name. */
  strips = /* @__PURE__ */ new Map();
  /** The kernels of convolutions, by the layer's name. */
  kernels = /* @__PURE__ */ new Map();
  /** The folding element of each layer. */
  folds = /* @__PURE__ */ new Map();
  digit;
  readout = element("div", "mnistviz-readout");
  /** A bar above the layers: readout and choices. */
  tools = element("div", "mnistviz-tools", [this.readout]);
  /** Where sections put themselves, below one another. */
  layers = element("div", "mnistviz-layers", [this.tools]);
  /** Holds the input, the answer and the layers. */
  flow = element("div", "mnistviz-flow");
  inspector = null;
  tables;
  pointed = null;
  /** Shows the value under the cursor of a strip; by the keyboard (loud) it is spoken, too. */
  point = (strip, loud) => {
    this.pointed = strip;
    this.readout.setAttribute("aria-live", loud ? "polite" : "off");
    setText(this.readout, strip?.codes ? strip.read() : text("point-to-explain"));
    if (loud && strip?.cursor) this.inspector?.follow(strip);
  };
  /** Reads the value under the cursor again: its exact number has come. */
  readAgain() {
    if (this.pointed?.cursor) this.point(this.pointed, false);
  }
  /** Returns the colours in use for values that can or cannot be negative. */
  colours(isSigned) {
    const table = this.tables.get(this.model.get(isSigned ? "diverging" : "sequential"));
    if (!table) throw new Error(text("colours-missing"));
    return table;
  }
  /** Returns the strip of a layer, or of the digit. */
  strip(name) {
    return name === this.digit.layer.name ? this.digit : this.strips.get(name);
  }
  /** Returns the element around the canvas on which the pen draws. */
  pad() {
    return this.explorer()?.querySelector(".mnistviz-pad") ?? null;
  }
  /** Returns the column beside the view, in which digits are made. */
  inputPanel() {
    return this.explorer()?.querySelector(".mnistviz-hand") ?? null;
  }
  explorer() {
    return this.root.closest(".mnistviz-explorer");
  }
};

// explorer/uploads.ts
var MEGABYTE = 2 ** 20;
async function weighUploads(model, refuse) {
  const upload = await modelOf(model, model.get("upload"));
  const limit = model.get("upload_limit");
  const weigh = () => {
    const size = upload?.get("value")[0]?.content.byteLength ?? 0;
    if (size <= limit) return;
    upload?.set("value", []);
    refuse(text("file-too-large", { size: (size / MEGABYTE).toFixed(1), limit: String(limit / MEGABYTE) }));
  };
  upload?.on("change:value", weigh);
  return () => upload?.off("change:value", weigh);
}

// explorer/page.ts
var ExplorerPage = class {
  // belongs to the update that waits to be painted
  /** @param sections in the order in which they are built and painted */
  constructor(model, el, sections) {
    this.model = model;
    this.el = el;
    this.sections = sections;
    el.classList.add("mnistviz-view");
    Object.assign(el.dataset, { points: "0", prediction: "", confidence: "" });
    this.live = new LivePage(model, el, {
      paint: (update) => this.paint(update),
      receive: (content, buffers) => this.receive(content, buffers),
      resize: () => this.resize(),
      reconnect: () => this.ready?.sendAgain(),
      inputs: () => [this.stage.inputPanel()].filter((panel) => panel !== null)
    });
    this.stage = new Stage(model, el, (names, action) => this.live.listen(names, action));
    this.input = new Input(this.stage.digit);
    this.answer = new Answer((digit) => this.stage.inspector?.choose(model.get("output"), [digit]), el);
    for (const section of sections) section.build(this.stage);
    this.live.listen(["change:sequential"], () => this.recolour());
    const { flow, layers } = this.stage;
    layers.append(element("div", "mnistviz-note", [model.get("note")]));
    flow.append(this.input.el, this.answer.verdict, this.answer.bars, layers);
    el.append(this.live.message, flow, this.live.spoken);
    this.live.onClose(() => this.endSections());
    void this.weighUploads();
  }
  model;
  el;
  sections;
  stage;
  input;
  answer;
  live;
  pen = "none";
  update = null;
  // the one that is painted
  early = null;
  close() {
    this.live.close();
  }
  /** The pen, if the page has it. */
  get ready() {
    return this.pen instanceof Pen ? this.pen : null;
  }
  paint({ header, arrays }) {
    this.update = header;
    for (const section of this.sections) section.prepare?.(partOf(section, { header, arrays }));
    this.input.paintDigit(arrays.of("input"));
    for (const section of this.sections) section.paint(partOf(section, { header, arrays }));
    this.input.paintSteps(header, arrays.of("input"));
    this.answer.paint(header);
    this.answer.flag(false);
    if (this.pen === "none") void this.takePen();
    Object.assign(this.el.dataset, {
      points: header.points,
      prediction: header.prediction ?? "",
      confidence: header.prediction === null ? "" : header.confidence
    });
    const heard = this.ready ? header.heard[this.ready.page] ?? 0 : 0;
    if (!this.ready?.paint(heard)) this.live.reportPainted(header.number);
    this.settleEarly();
  }
  receive(content, buffers) {
    if (content.kind !== "settled") return;
    this.settleEarly();
    this.early = unpack(content, buffers);
    if (this.live.waitingNumber !== this.early.header.number) this.settleEarly();
  }
  /** Shows what follows an update; of the parts, each decides whether it still holds if the pen has moved on. */
  settleEarly() {
    if (!this.early) return;
    const { header, arrays } = this.early;
    this.early = null;
    const isCurrent = this.live.waitingNumber === null && this.update?.number === header.number;
    if (isCurrent) this.input.settle(arrays.of("input"));
    for (const section of this.sections) section.settle?.(partOf(section, { header, arrays }), isCurrent);
    if (isCurrent && this.update) this.rest(this.update, header.familiar);
  }
  /** The pen rests: exact values are read, and the answer is said aloud, politely. */
  rest({ prediction, confidence }, isFamiliar) {
    this.stage.readAgain();
    this.answer.flag(!isFamiliar);
    for (const section of this.sections) section.describe?.();
    const read = { prediction: String(prediction), confidence: percent(confidence) };
    const answer = prediction === null ? text("blank-paper") : text("answer-aloud", read);
    this.live.spoken.textContent = isFamiliar ? answer : `${text("unfamiliar")} ${answer}`;
  }
  /** From its first update on, when it stands in the page beside its pad, the page has the pen and sets its pace. */
  async takePen() {
    this.pen = "coming";
    const canvas = await modelOf(this.model, this.model.get("canvas"));
    if (!canvas || this.live.isClosed) return;
    const pad = this.stage.pad();
    if (!pad) {
      this.pen = "none";
      return;
    }
    const pen = new Pen(
      pad,
      canvas,
      () => this.update?.number ?? 0,
      (message) => this.model.send(message)
    );
    this.pen = pen;
    this.live.onClose(() => pen.close());
  }
  async weighUploads() {
    const end = await weighUploads(this.model, (why) => this.live.report(why));
    if (this.live.isClosed) end();
    else this.live.onClose(end);
  }
  resize() {
    const width = this.stage.layers.clientWidth;
    if (!width) return;
    this.input.resize();
    for (const section of this.sections) section.resize?.(width);
  }
  recolour() {
    for (const section of this.sections) section.recolour?.();
  }
  endSections() {
    for (const section of this.sections) section.close?.();
  }
};
function partOf(section, { header, arrays }) {
  const part = header.sections[section.name];
  return part ? { header: part, arrays: arrays.of(section.name) } : null;
}

// explorer/sections/framing.ts
var FramingSection = class {
  name = "framing";
  stage;
  details;
  cards = [];
  photo = element("div", "mnistviz-framing-steps mnistviz-framing-photo");
  answers = [
    new Answer2("every", text("framed-with-every")),
    new Answer2("chosen", text("framed-as-chosen")),
    new Answer2("none", text("framed-with-none"))
  ];
  warning = element("span");
  partly = element("div", "mnistviz-partly", [this.warning]);
  spoken = announcer("mnistviz-framing-spoken", "polite");
  isShown = false;
  build(stage) {
    this.stage = stage;
    const { model } = stage;
    const switches = model.get("step_names").map((name) => new Card(name, (isOn) => this.switch(name, isOn)));
    this.cards = [new Card("ink", null), ...switches];
    this.partly.append(button(text("all-steps-on"), () => this.switchAllOn(), text("all-steps-on-aloud")));
    const title = element("span", "mnistviz-title", [text("framing-title")]);
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
    const parts = [element("summary", "", [title]), this.photo, cards, answers, this.spoken];
    this.details = element("details", "mnistviz-layer mnistviz-lesson", parts);
    this.details.addEventListener("toggle", () => this.keepOpen());
    stage.tools.after(element("div", "", [this.partly, this.details]));
    stage.listen(["change:steps_off"], () => this.showSwitches());
    stage.listen(["change:framing_open"], () => this.showOpen());
    this.showSwitches();
    this.showOpen();
  }
  paint(part) {
    this.isShown = part !== null;
    if (!part) return;
    const { photo, steps, answers } = part.header;
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
    if (this.isShown) setText(this.spoken, this.answers.map((answer) => answer.words).join("; "));
  }
  photoCard(step, arrays) {
    const card = new Card(step.name, null);
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
    this.details.querySelector("summary")?.focus();
  }
  keepOpen() {
    const { model } = this.stage;
    if (model.get("framing_open") !== this.details.open) save(model, "framing_open", this.details.open);
  }
  showOpen() {
    this.details.open = this.stage.model.get("framing_open");
  }
  showSwitches() {
    const off = this.stage.model.get("steps_off");
    for (const card of this.cards) card.check(!off.includes(card.name));
    this.partly.hidden = !off.length;
    setText(this.warning, text("framing-partly-off", { steps: off.join(", ") }));
  }
};
var Card = class {
  constructor(name, onSwitch) {
    this.name = name;
    const label = element("label", "", [name]);
    this.box.type = "checkbox";
    this.box.addEventListener("change", () => onSwitch?.(this.box.checked));
    if (onSwitch) label.prepend(this.box);
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
    paintPicture(this.canvas, picture);
  }
};
var Answer2 = class {
  constructor(name, how) {
    this.name = name;
    this.how = how;
    this.el = element("div", "mnistviz-framed-answer", [this.canvas, element("div", "", [`${how}: `, this.reading])]);
    this.el.dataset.answer = name;
  }
  name;
  how;
  el;
  canvas = element("canvas", "mnistviz-paper");
  reading = element("span", "mnistviz-number");
  get words() {
    return `${this.how}: ${this.reading.textContent}`;
  }
  show({ prediction, confidence }, picture, isOtherwise) {
    setText(this.reading, prediction === null ? text("blank-paper") : `${prediction}, ${percent(confidence)}`);
    this.el.classList.toggle("mnistviz-otherwise", isOtherwise);
    paintPicture(this.canvas, picture);
  }
};
function paintPicture(canvas, picture) {
  const [height = 1, width = 1] = picture?.shape ?? [];
  paintInk(canvas, picture?.data ?? new Uint8Array(1), width, height);
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
  read() {
    const slot = this.cursor && slotAt(this.mosaic, this.cursor.row, this.cursor.column);
    if (!this.cursor || !slot) return "";
    const value = shortest(this.values?.[indexOf(this.sizes, this.cursor)] ?? 0);
    const weight = { layer: this.layer.name, kernel: this.cursor.channel, ...slot, value };
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
  build(stage) {
    this.stage = stage;
  }
  paint() {
  }
  // no digit changes them
  /** Kernels hold for every digit, also for the one that is drawn meanwhile. */
  settle(part) {
    if (!part) return;
    for (const name of part.arrays.names) {
      const { shape, data } = part.arrays.float32(name);
      this.stripOf(name, shape).showWeights(data.slice(), this.stage.colours(true));
    }
    const width = this.stage.layers.clientWidth;
    if (width) this.resize(width);
  }
  resize(width) {
    for (const strip of this.strips.values()) strip.resize(width);
  }
  stripOf(name, shape) {
    let strip = this.strips.get(name);
    if (!strip) {
      strip = new KernelStrip(name, shape, this.stage.point);
      this.strips.set(name, strip);
      this.stage.kernels.set(name, strip);
      this.stage.strips.get(name)?.canvas.before(element("div", "mnistviz-kernels", [strip.caption, strip.canvas]));
    }
    return strip;
  }
};

// explorer/unit.ts
function indexOf2({ sizes }, { row, column, channel }) {
  return sizes.isMaps ? [row, column, channel] : [channel];
}
function spotOf(index) {
  const [first = 0, column, channel] = index;
  if (column === void 0) return { channels: [first], rows: [0, 1], columns: [0, 1] };
  const channels = channel === void 0 ? null : [channel];
  return { channels, rows: [first, first + 1], columns: [column, column + 1] };
}
function nameOf(layer, index) {
  return `${layer}[${index.join(", ")}]`;
}

// explorer/sections/maps.ts
var UNIT_HEIGHT = 14;
var NUMBER_HEIGHT = 24;
var MapsSection = class {
  name = "maps";
  ranges = /* @__PURE__ */ new Map();
  stage;
  sequential;
  scale;
  build(stage) {
    this.stage = stage;
    const { model } = stage;
    const sequentials = model.get("sequentials").map((name) => [name, name]);
    this.sequential = this.choice("sequential", text("colours"), sequentials);
    const scales = [["layer", text("range-by-layer")], ["map", text("range-by-map")]];
    this.scale = this.choice("scale", text("colour-range"), scales);
    stage.tools.append(this.scale, this.sequential);
    for (const layer of model.get("layers")) stage.layers.append(this.fold(layer));
    stage.listen(["change:scale", "change:folded"], () => this.showSettings());
    this.showSettings();
  }
  paint(part) {
    const layers = part?.header.layers ?? [];
    for (const { name, ...range } of layers) {
      const strip = this.stage.strips.get(name);
      if (strip && part)
        strip.show(part.arrays.uint8(name).data.slice(), range, this.stage.colours(strip.layer.signed));
    }
    for (const { name, low, high } of layers) setText(this.ranges.get(name), rangeText(low, high));
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
  resize(width) {
    for (const strip of this.stage.strips.values()) {
      strip.resize(width, strip.sizes.channels <= FEW_UNITS ? NUMBER_HEIGHT : UNIT_HEIGHT);
    }
  }
  showSettings() {
    const { model, folds, layers } = this.stage;
    this.sequential.value = model.get("sequential");
    this.scale.value = model.get("scale");
    for (const [name, fold] of folds) fold.open = !model.get("folded").includes(name);
    if (layers.clientWidth) this.resize(layers.clientWidth);
  }
  /** Makes the folding element of a layer. */
  fold(layer) {
    const { stage } = this;
    const strip = new Strip(layer, {
      point: stage.point,
      choose: (which, place) => stage.inspector?.choose(layer.name, indexOf2(which, place)),
      escape: () => stage.inspector?.dismiss()
    });
    strip.canvas.setAttribute("aria-label", text("layer-keys", { layer: layer.title }));
    const range = element("span", "mnistviz-range");
    const summary = element("summary", "", [element("span", "mnistviz-title", [layer.title]), range]);
    const fold = element("details", "mnistviz-layer", [summary, strip.canvas]);
    fold.dataset.layer = layer.name;
    fold.open = !stage.model.get("folded").includes(layer.name);
    fold.addEventListener("toggle", () => this.keepFolded(layer.name, !fold.open));
    stage.strips.set(layer.name, strip);
    stage.folds.set(layer.name, fold);
    this.ranges.set(layer.name, range);
    return fold;
  }
  choice(trait, label, options) {
    const made = options.map(([value, name]) => Object.assign(element("option", "", [name]), { value }));
    const select = element("select", "", made);
    select.addEventListener("change", () => save(this.stage.model, trait, select.value));
    select.setAttribute("aria-label", label);
    return select;
  }
  keepFolded(name, isFolded) {
    const { model, inspector } = this.stage;
    const had = model.get("folded");
    if (had.includes(name) === isFolded) return;
    save(model, "folded", isFolded ? [...had, name] : had.filter((other) => other !== name));
    if (isFolded && model.get("inspected")?.layer === name) inspector?.dismiss();
  }
};

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
      chip.setAttribute("aria-label", text("channel-contributes", { channel, contribution: compact(contribution) }));
      chip.setAttribute("aria-pressed", String(which === shown));
      chip.classList.toggle("mnistviz-pinned", isPinned && which === shown);
    });
  }
  chip() {
    const chip = element("button", "mnistviz-chip", [element("b"), element("span")]);
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
  show({ caption, rows, columns, values: values2, colourOf, isPaper, winner }) {
    setText(this.caption, caption);
    for (const [x, name] of this.columnNames.entries()) setText(name, String(columns[x]));
    for (const [y, name] of this.rowNames.entries()) setText(name, String(rows[y]));
    this.squares.forEach((node, i) => {
      const [row, column] = [rows[Math.floor(i / columns.length)], columns[i % columns.length]];
      const value = values2[i] ?? 0;
      const colour2 = colourOf(value);
      const isWinner = winner !== null && winner[0] === row && winner[1] === column;
      setText(node, isWinner ? `★ ${compact(value)}` : compact(value));
      node.classList.toggle("mnistviz-wins", isWinner);
      node.classList.toggle("mnistviz-paper", isPaper);
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
  constructor({ data, shape }) {
    const [, rows = 0, columns = 0, channels = 0] = shape;
    this.data = data;
    this.squares = rows * columns;
    this.channels = channels;
  }
  /** Returns the numbers of one kind and channel, row by row. */
  of(kind, channel) {
    const at = (square) => (kind * this.squares + square) * this.channels + channel;
    return Float32Array.from({ length: this.squares }, (_, square) => this.data[at(square)] ?? 0);
  }
  /** Returns the largest size of a kind, over all channels. */
  high(kind) {
    const count = this.squares * this.channels;
    const all = this.data.subarray(kind * count, (kind + 1) * count);
    return all.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  }
  /** Returns what each channel contributes: the sum of its products. */
  get contributions() {
    const sum = (products) => products.reduce((total, product) => total + product, 0);
    return Array.from({ length: this.channels }, (_, channel) => sum(this.of(PRODUCTS, channel)));
  }
};
function ranked(contributions) {
  const size = (channel) => Math.abs(contributions[channel] ?? 0);
  return contributions.map((_, channel) => channel).sort((a, b) => size(b) - size(a));
}

// explorer/sections/microscope/arithmetic.ts
var KINDS = [VALUES, WEIGHTS, PRODUCTS];
var SIGNS = ["", "×", "="];
var Arithmetic = class {
  /**
   * @param table returns the colours in use
   * @param onPin takes the number of an input channel that was chosen
   */
  constructor(table, onPin) {
    this.table = table;
    this.chips = new Chips(onPin);
    this.words = element("div", "mnistviz-words", [this.problem, this.chips.el, this.account, this.next]);
  }
  table;
  words;
  tables = element("div", "mnistviz-heat-maps");
  problem = element("div", "mnistviz-problem");
  account = element("div", "mnistviz-account");
  next = element("div", "mnistviz-then");
  chips;
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
    this.tables.classList.toggle("mnistviz-wide", Boolean(explained?.weighted && window2?.rows.length));
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
    const kinds = weighted ? KINDS : [VALUES];
    const layout = `window ${rows.length} ${columns.length} ${kinds.length}`;
    if (this.layout !== layout) {
      const made = kinds.map((kind) => new HeatMap(rows.length, columns.length, SIGNS[kind] ?? ""));
      this.arrange(layout, made, []);
    }
    const isDigit = source === "digit";
    const values2 = isDigit ? text("digit") : text("map", { layer: source, channel: channels[shown] ?? 0 });
    const captions = [values2, text("kernel"), text("products")];
    for (const kind of kinds) {
      const isPaper = kind === VALUES && isDigit;
      const isBoth = kind !== VALUES || isSigned;
      const colours = isPaper ? PAPER : this.table(isBoth);
      const high = terms.high(kind);
      const [down, across] = kind === WEIGHTS ? [rows.map((_, y) => y), columns.map((_, x) => x)] : [rows, columns];
      this.heatMaps[kind]?.show({
        caption: captions[kind] ?? "",
        rows: down,
        columns: across,
        values: terms.of(kind, shown),
        colourOf: (value) => colours[codeOf(value, high, isBoth)] ?? 0,
        isPaper,
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
      const lines = terms.map(({ index, value, weight, product }) => [nameOf("", index), value, weight, product]);
      this.lines[i]?.show(layer, lines, null);
    });
  }
  showSoftmax({ logits, differences, exponentials, probabilities, total }, index) {
    const heads = [text("class"), text("logit"), text("minus-maximum"), text("exponential"), text("share-of-sum")];
    if (this.layout !== "softmax") this.arrange("softmax", [], [new Lines(text("softmax"), heads)]);
    const lines = logits.map((logit, i) => [
      String(i),
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
  show(pad, box) {
    if (!pad || !box) {
      this.hide();
      return;
    }
    const [left, top, right, bottom] = box;
    const place = { left, top, width: right - left, height: bottom - top };
    for (const [name, length] of Object.entries(place)) this.el.style.setProperty(name, `${length}px`);
    if (this.el.parentElement !== pad) pad.append(this.el);
  }
  hide() {
    this.el.remove();
  }
};

// explorer/sections/microscope/marks.ts
var DIGIT = "digit";
var THICK = 2;
var USUAL2 = 1.5;
var THIN = 1;
function marksOf(inspection) {
  const marks = /* @__PURE__ */ new Map();
  if (!inspection || !isExplained(inspection)) return marks;
  const put = (layer2, spot, width = USUAL2, dashed = false) => {
    marks.set(layer2, [...marks.get(layer2) ?? [], { ...spot, width, dashed }]);
  };
  const putUnit = (layer2, index2, width, dashed) => put(layer2, spotOf(index2), width, dashed);
  const { field, layer, index, window: window2, source, strongest, softmax, origin } = inspection;
  if (field.rows[0] < field.rows[1]) put(DIGIT, { channels: null, ...field }, THICK);
  putUnit(layer, index, THICK);
  if (window2) {
    const spot = spotOfWindow(window2);
    if (spot && source !== DIGIT) put(source, spot, THIN);
    if (window2.winner) putUnit(source, window2.winner, THICK);
  }
  for (const term of strongest?.positive ?? []) putUnit(strongest?.layer ?? "", term.index);
  for (const term of strongest?.negative ?? []) putUnit(strongest?.layer ?? "", term.index, USUAL2, true);
  if (softmax) putUnit(source, index);
  else if (origin) putUnit(source, origin);
  return marks;
}
function spotOfWindow({ rows, columns, channels }) {
  const [top, bottom, left, right] = [rows[0], rows.at(-1), columns[0], columns.at(-1)];
  if (top === void 0 || bottom === void 0 || left === void 0 || right === void 0) return null;
  return { channels, rows: [top, bottom + 1], columns: [left, right + 1] };
}
function kernelOf2(inspection, layer) {
  return inspection?.layer === layer ? inspection.index.at(-1) ?? null : null;
}
function spokenParts({ name, value, account, then, sees }) {
  return [`${name} = ${value}: ${account}`, then, sees];
}

// explorer/sections/microscope/panel.ts
var MAP_SIDE = 208;
var DIGIT_SIDE = 112;
var Panel = class {
  // one of its maps, enlarged
  constructor(stage, slide, { words, tables }, stops, listener) {
    this.stage = stage;
    this.listener = listener;
    this.trace = button(text("trace-to-pixels"), () => listener.trace());
    const close = button("×", () => listener.close(), text("close-microscope"));
    this.digit = new Strip({ ...stage.digit.layer, title: text("microscope-digit") }, { point: stage.point });
    this.digit.canvas.setAttribute("aria-label", text("digit-keys", { digit: this.digit.layer.title }));
    this.digit.canvas.classList.add("mnistviz-paper");
    const pictures = [this.enlarged, element("figure", "", [this.digit.canvas, this.sees])];
    const tools = element("div", "mnistviz-microscope-tools", [slide, this.trace, close]);
    const head = element("div", "mnistviz-microscope-head", [this.title, tools]);
    const body = element("div", "mnistviz-microscope-body", [
      element("div", "mnistviz-pictures", pictures),
      words,
      tables
    ]);
    this.el = element("section", "mnistviz-microscope", [head, body, stops, this.spoken]);
    this.el.setAttribute("role", "region");
    this.el.addEventListener("keydown", (event) => this.key(event));
  }
  stage;
  listener;
  el;
  title = element("h4");
  trace;
  digit;
  sees = element("figcaption");
  enlarged = element("figure", "mnistviz-large");
  spoken = announcer("mnistviz-said", "polite");
  source = null;
  // the strip of the unit's layer
  map = null;
  get hasFocus() {
    return this.el.contains(document.activeElement);
  }
  markDigit(marks) {
    this.digit.marks = marks;
  }
  showTracing(isTracing) {
    this.trace.setAttribute("aria-pressed", String(isTracing));
  }
  /** Goes below a layer; the panel of one that is not shown, as the probabilities, stands above all. */
  place(layer) {
    (this.stage.folds.get(layer) ?? this.stage.tools).after(this.el);
    this.source = this.map = null;
    this.digit.resize(DIGIT_SIDE);
  }
  hide() {
    this.el.remove();
    this.source = this.map = null;
  }
  show(inspection) {
    const { layer, index } = inspection;
    const strip = this.stage.strips.get(layer);
    const channel = index.at(-1) ?? 0;
    if (!strip?.sizes.isMaps) this.enlarged.replaceChildren();
    else if (this.map?.only !== channel) this.enlarge(strip, channel);
    const name = nameOf(layer, index);
    setText(this.title, isExplained(inspection) ? `${inspection.name} = ${inspection.value}` : name);
    this.el.dataset.unit = name;
    this.el.setAttribute("aria-label", text("microscope-of", { unit: name }));
    setText(this.sees, isExplained(inspection) ? inspection.sees : "");
    this.refresh();
    const { codes, range, table } = this.stage.digit;
    if (codes) this.digit.show(codes, range, table);
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
    this.enlarged.replaceChildren(map.canvas, element("figcaption", "", [name]));
    map.resize(sizes.columns * Math.max(1, Math.floor(MAP_SIDE / sizes.columns)));
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
var STEP = 350;
var DOT = 4;
var SVG = "http://www.w3.org/2000/svg";
function pointsOf(stops, locate, [left, top]) {
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
    this.el.classList.add("mnistviz-path");
    this.el.setAttribute("aria-hidden", "true");
    this.lines = ["mnistviz-path-edge", "mnistviz-path-line"].map((name) => this.add("polyline", name));
    this.clear();
  }
  locate;
  el = document.createElementNS(SVG, "svg");
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
    }, STEP);
  }
  paint() {
    const stops = this.stops.slice(0, this.walked);
    fillUp(this.list, stops.length, () => element("li"));
    stops.forEach(({ layer, index, value }, i) => {
      setText(this.list.children[i], `${nameOf(layer, index)} = ${value}`);
    });
    this.list.dataset.walked = stops.length && stops.length === this.stops.length ? "all" : "";
    const { left, top } = this.el.getBoundingClientRect();
    const points = pointsOf(stops, this.locate, [left, top]);
    for (const line of this.lines) line.setAttribute("points", polyline(points));
    while (this.dots.length > points.length) this.dots.pop()?.remove();
    while (this.dots.length < points.length) this.dots.push(this.add("circle", "mnistviz-path-dot"));
    points.forEach(([x, y], i) => {
      const place = { cx: x, cy: y, r: DOT };
      for (const [name, value] of Object.entries(place)) this.dots[i]?.setAttribute(name, String(value));
    });
  }
  add(name, className) {
    const node = document.createElementNS(SVG, name);
    node.classList.add(className);
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
    this.el = element("div", "mnistviz-slide", [element("span", "", [text("slide")]), this.play, single, this.speed]);
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
      (channel) => this.pin(channel)
    );
    this.panel = new Panel(stage, this.slide.el, this.arithmetic, this.path.list, {
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
    if (had && nameOf(had.layer, had.index) === nameOf(layer, index)) {
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
  /** Sets what the strips mark when they are painted next. */
  prepare(part) {
    const inspection = part?.header ?? null;
    const marks = marksOf(inspection);
    for (const [name, strip] of this.stage.strips) strip.marks = marks.get(name) ?? [];
    this.stage.digit.marks = marks.get(DIGIT) ?? [];
    this.panel.markDigit(this.stage.digit.marks);
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
      this.stage.flow.append(this.path.el);
    }
    this.shown = part;
    this.slide.el.hidden = !(isExplained(inspection) && inspection.window);
    this.panel.show(inspection);
    this.arithmetic.show(inspection, arrays, this.pinned, this.isSigned(inspection));
    const path = isExplained(inspection) && model.get("tracing") ? inspection.path : [];
    if (path.length) this.path.show(path);
    else this.path.clear();
    this.field.show(isExplained(inspection) ? this.stage.pad() : null, isExplained(inspection) ? inspection.pad : null);
    if (isNew && this.isWanted) this.panel.el.scrollIntoView({ block: "nearest" });
    this.isWanted = false;
    if (String(inspection.index) === String(inspected.index)) this.slide.painted();
  }
  settle(_, isCurrent) {
    if (isCurrent) this.panel.refresh();
  }
  recolour() {
    this.panel.refresh();
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
    const strip = layer === DIGIT ? this.stage.digit : this.stage.strips.get(layer);
    if (!strip?.layout || !strip.canvas.offsetParent) return null;
    const { channels, rows, columns } = spotOf(index);
    const [x, y, width, height] = boxOf(strip.sizes, strip.layout, channels?.[0] ?? 0, rows, columns);
    const { left, top } = strip.canvas.getBoundingClientRect();
    return [left + x + width / 2, top + y + height / 2];
  }
};
function markKernel(strip, channel) {
  if ((strip.marks[0]?.channels?.[0] ?? null) === channel) return;
  const { rows, columns } = strip.sizes;
  const whole = { rows: [0, rows], columns: [0, columns], width: 1.5, dashed: false };
  strip.marks = channel === null ? [] : [{ ...whole, channels: [channel] }];
  strip.paint();
}

// explorer/sections/index.ts
function makeSections() {
  return [new MapsSection(), new KernelsSection(), new MicroscopeSection(), new FramingSection()];
}

// explorer/index.ts
function render({ model, el }) {
  const page = new ExplorerPage(model, el, makeSections());
  return () => page.close();
}
var explorer_default = { render };
export {
  explorer_default as default
};
