import type { Settings } from "../../api";
import { spelling } from "../../parts/Field";

/** Puts the chosen looks on the page. The text size is set through the style object, which the policy allows; an attribute it would not. */
export function showAs(settings: Pick<Settings, "theme" | "textSize" | "density" | "still" | "spelling">): void {
  const page = document.documentElement;
  const { theme, textSize } = settings;
  const mark = (name: string, value: string | null): void => {
    if (value === null) delete page.dataset[name];
    else page.dataset[name] = value;
  };
  mark("theme", theme === "light" || theme === "dark" ? theme : null);
  mark("contrast", theme === "contrast" ? "more" : null);
  mark("density", settings.density === "compact" ? "compact" : null);
  mark("motion", settings.still ? "none" : null);
  spelling.value = settings.spelling;
  page.style.fontSize = textSize === 100 ? "" : `${textSize}%`;
}
