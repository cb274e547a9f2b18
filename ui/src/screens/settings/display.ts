import type { Settings } from "../../api";

/** Puts the chosen colours and text size on the page. The size is set through the style object, which the policy allows; an attribute it would not. */
export function showAs(settings: Pick<Settings, "theme" | "textSize">): void {
  const page = document.documentElement;
  const { theme, textSize } = settings;
  if (theme === "light" || theme === "dark") page.dataset["theme"] = theme;
  else delete page.dataset["theme"];
  if (theme === "contrast") page.dataset["contrast"] = "more";
  else delete page.dataset["contrast"];
  page.style.fontSize = textSize === 100 ? "" : `${textSize}%`;
}
