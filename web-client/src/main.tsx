import { render } from "preact";
import { App } from "./app";
import { AppContext } from "./ui/context";
import { Frame } from "./ui/frame";

const app = new App();
const root = document.getElementById("app");
if (root) {
  render(
    <AppContext.Provider value={app}>
      <Frame />
    </AppContext.Provider>,
    root,
  );
}
app.session.resume();
