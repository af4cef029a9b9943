import { STEPS } from '../../../access/steps'
import type { Speaker } from '../speaker'
import type { Stage } from './stages'

/** Where the form stands on its way. */
export const Stages = ({ stages, speaker }: { stages: Stage[]; speaker: Speaker }) => (
  <ol className="ba-stages" aria-label={speaker.say('审批环节', 'Steps')}>
    {stages.map(({ step, state, signature }) => (
      <li
        className={`ba-stage ba-stage--${state}`}
        key={step}
        aria-current={state === 'current' ? 'step' : undefined}
      >
        <span className="ba-stage__name">{speaker.nameOf(STEPS[step])}</span>
        <span className="ba-stage__who">
          {signature?.person.name ??
            (state === 'current' ? speaker.say('办理中', 'now') : speaker.say('未到', 'not yet'))}
        </span>
      </li>
    ))}
  </ol>
)
