import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/frame.css";
import "./styles/screens.css";
import "./styles/agreement.css";
import "./styles/signing.css";
import "./styles/forced.css";
import "./styles/contact.css";
import "./styles/sessions.css";
import "./styles/meeting.css";
import "./styles/looking.css";
import "./styles/plan.css";
import "./styles/first.css";
import "./styles/ending.css";
import { render } from "preact";
import { App } from "./app";
import { flush } from "./autosave";
import { keepPlace } from "./frame/place";
import { startShortcuts } from "./frame/shortcuts";
import { unpack } from "./ipc";
import { startRouter } from "./router";

startRouter();
startShortcuts();
// Letters of the last 400 ms are saved when the window is left, hidden or closed.
const leave = (): void => {
  void flush();
  void keepPlace();
};
for (const moment of ["blur", "pagehide"]) window.addEventListener(moment, leave);
document.addEventListener("visibilitychange", leave);

unpack(document.getElementById("brought")?.textContent);

const place = document.getElementById("app");
if (place !== null) render(<App />, place);
