import { Button, Modal } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemoveSecondFactor, useRenewCodes, useSecondFactor } from '../../api/people';
import { session } from '../../api/session';
import { CardState } from '../../components/CardState';
import { AskPassword, RecoveryCodes, SecondFactorSetup } from './SecondFactorSetup';
import styles from './Account.module.css';

type Doing = 'setup' | 'renew' | 'off' | null;

/** Whether signing in asks for a code of one's telephone, and the way there and back. */
export function SecondFactorCard() {
  const { t } = useTranslation();
  const factor = useSecondFactor();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => {
    setDoing(null);
    // What the account says of itself has changed.
    void session.refresh();
  };
  const state = factor.data;
  return (
    <section className={styles.card} id="second-factor">
      <h2>{t('people.factor.title')}</h2>
      <CardState title={t('people.factor.title')} asked={factor} empty={false} height={120}>
        {state && (
          <>
            <p className={styles.state} data-on={state.enabled}>
              {state.enabled ? <IconShieldCheck size={18} aria-hidden /> : <IconShieldOff size={18} aria-hidden />}
              {state.enabled ? t('people.factor.on', { count: state.recovery_codes_left }) : t('people.factor.none')}
            </p>
            <p className={styles.plain}>{t(state.required ? 'people.factor.required' : 'people.factor.why')}</p>
            <div className={styles.buttons}>
              {!state.enabled && <Button onClick={() => setDoing('setup')}>{t('people.factor.setUp')}</Button>}
              {state.enabled && <Button variant="default" onClick={() => setDoing('renew')}>{t('people.factor.renew')}</Button>}
              {state.enabled && <Button variant="default" onClick={() => setDoing('off')}>{t('people.factor.off')}</Button>}
            </div>
          </>
        )}
      </CardState>
      <Modal opened={doing !== null} onClose={close} title={doing === null ? '' : t(`people.factor.${doing === 'setup' ? 'title' : doing}`)}
        closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('app.close') }}>
        {doing === 'setup' && <SecondFactorSetup onDone={close} onCancel={close} />}
        {doing === 'renew' && <Renew onDone={close} />}
        {doing === 'off' && <TurnOff onDone={close} />}
      </Modal>
    </section>
  );
}

function Renew({ onDone }: { onDone: () => void }) {
  const renew = useRenewCodes();
  if (renew.data) return <RecoveryCodes codes={renew.data} onDone={onDone} />;
  return <AskPassword what="people.factor.renew" busy={renew.isPending} failed={renew.error} onPassword={(password) => renew.mutate(password)} onCancel={onDone} />;
}

function TurnOff({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveSecondFactor();
  return (
    <>
      <p className={styles.plain}>{t('people.factor.offWhy')}</p>
      <AskPassword what="people.factor.off" busy={remove.isPending} failed={remove.error} onPassword={(password) => remove.mutate(password, { onSuccess: onDone })} onCancel={onDone} />
    </>
  );
}
