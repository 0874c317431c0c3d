/** The sections of the explorer, in the order in which they are built and painted. */

import type { Section } from "../section";
import { AttributionSection } from "./attribution";
import { BesideSection } from "./beside";
import { ChoiceSection } from "./choice";
import { CounterfactualSection } from "./counterfactual";
import { KernelSearcher } from "./counterfactual/kernel_searcher";
import { FramingSection } from "./framing";
import { HistorySection } from "./history";
import { KernelsSection } from "./kernels";
import { MapsSection } from "./maps";
import { MaximiseSection } from "./maximise";
import { Patches } from "./maximise/patches";
import { MicroscopeSection } from "./microscope";
import { NeighboursSection } from "./neighbours";
import { SurgerySection } from "./surgery";

export function makeSections(): Section[] {
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
    new SurgerySection(),
  ];
}
