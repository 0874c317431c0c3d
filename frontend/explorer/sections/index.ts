/** The sections of the explorer, in the order in which they are built and painted. */

import type { Section } from "../section";
import { BesideSection } from "./beside";
import { ChoiceSection } from "./choice";
import { FramingSection } from "./framing";
import { HistorySection } from "./history";
import { KernelsSection } from "./kernels";
import { MapsSection } from "./maps";
import { MicroscopeSection } from "./microscope";

export function makeSections(): Section[] {
  const [choice, maps, kernels] = [new ChoiceSection(), new MapsSection(), new KernelsSection()];
  const lessons = [new BesideSection(), new FramingSection(), new HistorySection()];
  return [choice, maps, kernels, new MicroscopeSection(), ...lessons];
}
