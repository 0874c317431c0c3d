/** The sections of the explorer, in the order in which they are built and painted. */

import type { Section } from "../section";
import { ChoiceSection } from "./choice";
import { FramingSection } from "./framing";
import { KernelsSection } from "./kernels";
import { MapsSection } from "./maps";
import { MicroscopeSection } from "./microscope";

export function makeSections(): Section[] {
  return [new ChoiceSection(), new MapsSection(), new KernelsSection(), new MicroscopeSection(), new FramingSection()];
}
