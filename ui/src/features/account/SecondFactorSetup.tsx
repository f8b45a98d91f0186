import { Alert, Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeginSecondFactor, useConfirmSecondFactor, type SecondFactorDraft } from '../../api/people';
import { asProblem } from '../../api/problem';
import { CopyLine } from '../../components/CopyLine';
import { PasswordField } from '../../components/PasswordField';
import { qrPath } from '../../lib/qr';
import styles from './Account.module.css';

/** Password, then a code of the device, then the recovery codes: nothing counts before the code was right. */
export function SecondFactorSetup({ onDone, onCancel }: { onDone: () => void; onCancel?: () => void }) {
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  if (confirm.data) return <RecoveryCodes codes={confirm.data} onDone={onDone} />;
  if (begin.data) return <Confirm draft={begin.data} busy={confirm.isPending} failed={confirm.error} onCode={(code) => confirm.mutate(code)} />;
  return <AskPassword what="people.factor.next" busy={begin.isPending} failed={begin.error} onPassword={(password) => begin.mutate(password)} onCancel={onCancel} />;
}

interface AskProps {
  what: 'people.factor.next' | 'people.factor.off' | 'people.factor.renew';
  busy: boolean;
  failed: unknown;
  onPassword: (password: string) => void;
  onCancel?: () => void;
}

/** Whatever changes the second factor wants the password, so that an unlocked computer is not enough. */
export function AskPassword({ what, busy, failed, onPassword, onCancel }: AskProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password) onPassword(password);
  };
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <Failed error={failed} />
      <PasswordField label={t('auth.oldPassword')} autoComplete="current-password" value={password} data-autofocus onChange={(event) => setPassword(event.currentTarget.value)} />
      <div className={styles.buttons}>
        {onCancel && <Button variant="default" onClick={onCancel}>{t('app.cancel')}</Button>}
        <Button type="submit" loading={busy} disabled={!password} color={what === 'people.factor.off' ? 'red' : undefined}>{t(what)}</Button>
      </div>
    </form>
  );
}

function Confirm({ draft, busy, failed, onCode }: { draft: SecondFactorDraft; busy: boolean; failed: unknown; onCode: (code: string) => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const qr = useMemo(() => qrPath(draft.address), [draft.address]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCode(code.replaceAll(' ', ''));
  };
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <p className={styles.plain}>{t('people.factor.scan')}</p>
      <svg className={styles.qr} viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t('people.factor.qr')} shapeRendering="crispEdges">
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <div>
        <span className={styles.label}>{t('people.factor.secret')}</span>
        <CopyLine text={draft.secret.replace(/(.{4})(?=.)/g, '$1 ')} label={t('people.factor.secret')} />
      </div>
      <Failed error={failed} />
      <TextInput label={t('auth.totp')} inputMode="numeric" autoComplete="one-time-code" maxLength={7} value={code} data-autofocus onChange={(event) => setCode(event.currentTarget.value)} />
      <div className={styles.buttons}>
        <Button type="submit" loading={busy} disabled={code.replaceAll(' ', '').length !== 6}>{t('people.factor.confirm')}</Button>
      </div>
    </form>
  );
}

/** The codes are shown this once; only the button goes on. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.form}>
      <Alert color="yellow" icon={<IconAlertTriangle size={18} />} className={styles.once}>{t('people.factor.codesOnce')}</Alert>
      <CopyLine text={codes.join('\n')} label={t('people.factor.codes')} />
      <div className={styles.buttons}><Button onClick={onDone}>{t('people.factor.codesKept')}</Button></div>
    </div>
  );
}

function Failed({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!error) return null;
  const { code, message } = asProblem(error);
  const known: Record<string, string> = { wrong_password: t('auth.passwordWrong'), bad_totp: t('people.factor.badCode') };
  return <Alert color="red" role="alert">{known[code] ?? t('people.failed', { detail: message })}</Alert>;
}
