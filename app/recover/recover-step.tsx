import { AddressStep } from '#app/recover/address-step.tsx'
import { CancelledStep } from '#app/recover/cancelled-step.tsx'
import { CodeStep } from '#app/recover/code-step.tsx'
import { CodesStep } from '#app/recover/codes-step.tsx'
import { ExplainStep } from '#app/recover/explain-step.tsx'
import { OfferStep } from '#app/recover/offer-step.tsx'
import type { Go, Progress } from '#app/recover/progress.ts'
import { ReadyStep } from '#app/recover/ready-step.tsx'
import { SecondStep } from '#app/recover/second-step.tsx'
import { WaitingStep } from '#app/recover/waiting-step.tsx'

type Props = { progress: Progress; delay: number; keepsLetters: boolean; go: Go }

/** The step the person is in. */
export function RecoverStep({ progress, delay, keepsLetters, go }: Props) {
  switch (progress.step) {
    case 'address':
      return <AddressStep {...progress} go={go} />
    case 'code':
      return <CodeStep {...progress} keepsLetters={keepsLetters} go={go} />
    case 'second':
      return <SecondStep pass={progress.pass} delay={delay} go={go} />
    case 'explain':
      return <ExplainStep pass={progress.pass} delay={delay} go={go} />
    case 'waiting':
      return <WaitingStep pass={progress.pass} delay={delay} go={go} />
    case 'ready':
      return <ReadyStep pass={progress.pass} go={go} />
    case 'cancelled':
      return <CancelledStep email={progress.email} go={go} />
    case 'offer':
      return <OfferStep />
    case 'codes':
      return <CodesStep {...progress} />
  }
}
