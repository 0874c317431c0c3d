/** The sections of the explorer, in the order in which they are built and painted. */

import type { Section } from "../section";
import { AttributionSection } from "./attribution";
import { BesideSection } from "./beside";
import { ChoiceSection } from "./choice";
import { FramingSection } from "./framing";
import { KernelsSection } from "./kernels";
import { MapsSection } from "./maps";
import { MicroscopeSection } from "./microscope";

export function makeSections(): Section[] {
  const [choice, maps, kernels] = [new ChoiceSection(), new MapsSection(), new KernelsSection()];
  const others = [new MicroscopeSection(), new BesideSection(), new FramingSection(), new AttributionSection()];
  return [choice, maps, kernels, ...others];
}
