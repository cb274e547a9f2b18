import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/frame.css";
import "./styles/screens.css";
import "./styles/agreement.css";
import { render } from "preact";
import { App } from "./app";
import { flush } from "./autosave";
import { startShortcuts } from "./frame/shortcuts";
import { startRouter } from "./router";

startRouter();
startShortcuts();
// Letters of the last 400 ms are saved when the window is left, hidden or closed.
for (const moment of ["blur", "pagehide"]) window.addEventListener(moment, () => void flush());
document.addEventListener("visibilitychange", () => void flush());

const place = document.getElementById("app");
if (place !== null) render(<App />, place);
