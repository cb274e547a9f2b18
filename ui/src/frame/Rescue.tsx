import { Component, type ComponentChildren } from "preact";
import { ApiError } from "../ipc";
import { Trouble } from "../parts";
import { href } from "../router";
import { words } from "../words";

/** Catches a page that cannot be drawn, so that the window says so and the other pages go on. */
export class Rescue extends Component<{ children: ComponentChildren }, { failure: unknown }> {
  static override getDerivedStateFromError(failure: unknown): { failure: unknown } {
    return { failure };
  }
  override render() {
    const failure = this.state.failure;
    if (failure === undefined) return <>{this.props.children}</>;
    return (
      <div class="page">
        <h1 tabIndex={-1}>{words.app}</h1>
        <Trouble error={new ApiError("screen", words.errors.screen, null, failure instanceof Error ? (failure.stack ?? failure.message) : String(failure))} />
        <p><a href={href("today")}>{words.missing.home}</a></p>
      </div>
    );
  }
}
