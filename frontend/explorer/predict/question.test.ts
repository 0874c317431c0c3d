import { expect, test } from "vitest";
import { type Answer, askChange, askDigit, askSure, chosenQuestion, type Kind, type Question } from "./question";

const DIGITS = [..."0123456789"];

const answer = (prediction: number, confidence: number): Answer => ({
  prediction,
  confidence,
  probabilities: DIGITS.map((_, which) => (which === prediction ? confidence : (1 - confidence) / 9)),
});

test("a guess of the digit agrees if the network says the same", () => {
  const question = askDigit(DIGITS);
  expect(question.words).toBe("Which digit will the network say?");
  expect(question.choices.map(({ key }) => key)).toEqual(DIGITS);
  expect(question.judge(3, answer(7, 0.64))).toEqual({
    guess: "3",
    result: "7",
    agrees: false,
    sentence: "You said 3; the network says 7 (64.0 %).",
  });
  const right = question.judge(7, answer(7, 0.64));
  expect(right).toMatchObject({ agrees: true, sentence: "You said 7, and so does the network (64.0 %)." });
});

test("classes have their own names, and only ten of them keys", () => {
  const names = Array.from({ length: 12 }, (_, i) => `class ${i}`);
  const question = askDigit(names);
  expect(question.words).toBe("What will the network say?");
  expect(question.choices.map(({ key }) => key)).toEqual([...DIGITS, "", ""]);
  expect(question.judge(11, answer(2, 0.5))).toMatchObject({ guess: "class 11", result: "class 2" });
});

test.each([
  [0.9, 0],
  [0.8999, 1],
  [1, 0],
])("a confidence of %d is judged against 90 %%", (confidence, right) => {
  const question = askSure(DIGITS);
  expect(question.judge(right, answer(4, confidence)).agrees).toBe(true);
  expect(question.judge(1 - right, answer(4, confidence)).agrees).toBe(false);
});

test.each([
  [0.7, 0, "more"],
  [0.5, 1, "less"],
  [0.60004, 2, "the same"], // as it is written: 60.0 %
])("a change from 60 %% to %d is judged as it is shown", (now, right, result) => {
  const question = askChange(DIGITS, answer(7, 0.6));
  expect(question.words).toContain("gave the 7 60.0 %");
  const verdicts = [0, 1, 2].map((choice) => question.judge(choice, answer(7, now)));
  expect(verdicts.map(({ agrees }) => agrees)).toEqual([0, 1, 2].map((choice) => choice === right));
  expect(verdicts[0]?.result).toBe(result);
});

test("a change is about what the network said before, whatever it says now", () => {
  const verdict = askChange(DIGITS, answer(7, 0.6)).judge(0, answer(1, 0.91));
  expect(verdict).toMatchObject({ agrees: false, sentence: "You said more, but the 7 had 60.0 % and now has 1.0 %." });
});

test("kinds take turns, and what cannot be asked is replaced", () => {
  const of = (kind: Kind): Question => ({ ...askDigit(DIGITS), kind });
  const all = [of("digit"), of("sure"), of("change")] as const;
  const turns = [0, 1, 2, 3].map((asked) => chosenQuestion("turn", asked, all).kind);
  expect(turns).toEqual(["digit", "sure", "change", "digit"]);
  expect(chosenQuestion("sure", 5, all).kind).toBe("sure");
  expect(chosenQuestion("map", 5, all).kind).toBe("digit");
});
