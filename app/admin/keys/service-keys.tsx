import { MakeServiceKey } from '#app/admin/keys/make-service-key.tsx'
import { RevokeServiceKey } from '#app/admin/keys/revoke-service-key.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { KeyRound } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { ShownServiceKey } from '#app/_web/admin-access.ts'
import { words } from '#app/_web/words.tsx'

type Props = { keys: readonly ShownServiceKey[]; mayManage: boolean }

/** The keys of programs that ask for decisions. */
export async function ServiceKeys({ keys, mayManage }: Props) {
  const say = await words('adminServiceKeys')
  return (
    <section aria-labelledby="service-keys">
      <h2 id="service-keys" className="text-lg">
        {say('title')}
      </h2>
      <p className="mt-1 mb-4 max-w-xl text-soft">{say('about')}</p>
      {keys.length === 0 ? (
        <p className="text-soft">{say('none')}</p>
      ) : (
        <Rows label={say('title')}>
          {keys.map(({ id, app, name, madeAt, expiresAt }) => (
            <Row key={id} icon={KeyRound} title={name} actions={mayManage && <RevokeServiceKey id={id} name={name} />}>
              <p>{say('forApp', { app })}</p>
              <p>{say.rich('made', { time: () => <RelativeTime at={madeAt} /> })}</p>
              {expiresAt !== undefined && <p>{say.rich('ends', { time: () => <RelativeTime at={expiresAt} /> })}</p>}
            </Row>
          ))}
        </Rows>
      )}
      {mayManage && (
        <div className="mt-4">
          <MakeServiceKey />
        </div>
      )}
    </section>
  )
}
