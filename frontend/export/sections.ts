/** The sections of an exported page: those that need no notebook kernel, and a sentence about the others. */

import type { Arrays } from "../core/codec";
import { element } from "../core/dom";
import { text } from "../core/text";
import type { Section } from "../explorer/section";
import { AttributionSection } from "../explorer/sections/attribution";
import { ChoiceSection } from "../explorer/sections/choice";
import { CounterfactualSection } from "../explorer/sections/counterfactual";
import { PageSearcher } from "../explorer/sections/counterfactual/page_searcher";
import { FramingSection } from "../explorer/sections/framing";
import { HistorySection } from "../explorer/sections/history";
import { KernelsSection } from "../explorer/sections/kernels";
import { MapsSection } from "../explorer/sections/maps";
import { MaximiseSection } from "../explorer/sections/maximise";
import { MicroscopeSection } from "../explorer/sections/microscope";
import { SurgerySection } from "../explorer/sections/surgery";
import type { Stage } from "../explorer/stage";

/** @param statistics of digits that the network knows; null: there are none */
export function makeSections(statistics: Arrays | null): Section[] {
  return [
    new ChoiceSection(),
    new MapsSection(),
    new KernelsSection(),
    new MicroscopeSection(),
    new FramingSection(),
    new HistorySection(),
    new AttributionSection(),
    new CounterfactualSection((stage, show) => new PageSearcher(stage, statistics, show)),
    new MaximiseSection(null, statistics),
    new SurgerySection(),
    new NotebookSection(),
  ];
}

/** Names the questions that are answered in a notebook only. */
class NotebookSection implements Section {
  readonly name = "notebook";

  build(stage: Stage): void {
    stage.questions.append(element("div", "mnistviz-caption mnistviz-in-notebook", [text("questions-in-notebook")]));
  }

  paint(): void {}
}
