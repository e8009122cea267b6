import { text } from "../../text";
import { Heading } from "../parts/controls";
import { Brand } from "../parts/form";
import { Icon } from "../parts/icon";

export function Welcome() {
  const icons = ["heart", "clock", "shield"] as const;
  return (
    <div class="outside">
      <Brand />
      <main id="main" class="hero">
        <div class="stack">
          <Heading>{text.welcome.title}</Heading>
          <p class="lead">{text.welcome.lead}</p>
          <div class="actions">
            <a class="button primary" href="#/register">
              {text.welcome.join}
            </a>
            <a class="button outline" href="#/login">
              {text.welcome.logIn}
            </a>
          </div>
        </div>
        <ul class="points">
          {text.welcome.points.map(([title, lead], index) => (
            <li key={title}>
              <Icon name={icons[index] ?? "check"} />
              <h2>{title}</h2>
              <p>{lead}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
