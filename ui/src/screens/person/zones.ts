import type { Option } from "../../parts";
import { useQuery } from "../../query";

/** "Europe/London" as "London, Europe": the place first, since that is what one types. */
export function zoneOption(zone: string): Option {
  return { value: zone, label: zone.split("/").reverse().join(", ").replaceAll("_", " ") };
}

/** All time zones for a Combobox. */
export function useZones(): readonly Option[] {
  return (useQuery("zone.list", {}).value.value?.zones ?? []).map(zoneOption);
}
