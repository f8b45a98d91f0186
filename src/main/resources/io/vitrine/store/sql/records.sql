-- Statements of the records, by name. They run on H2 and on PostgreSQL.

-- name: check
select 1

-- name: user_add
insert into users (id, username, username_key, email, email_key, password_hash, role, active,
                   password_due, created_at, last_login)
values (:id, :username, :username_key, :email, :email_key, :password_hash, :role, :active,
        :password_due, :created_at, :last_login)

-- name: user_by_id
select * from users where id = :id

-- name: user_by_login
select * from users where username_key = :login or email_key = :login
order by case when username_key = :login then 0 else 1 end
limit 1

-- name: user_list
select * from users
where (:role = '' or role = :role)
  and (:state = '' or active = (:state = 'active'))
  and (:part = '' or username_key like :part escape '!' or email_key like :part escape '!')
order by username_key
limit :limit offset :skip

-- name: user_count
select count(*) from users
where (:role = '' or role = :role)
  and (:state = '' or active = (:state = 'active'))
  and (:part = '' or username_key like :part escape '!' or email_key like :part escape '!')

-- name: user_change
update users
set username = :username, username_key = :username_key, password_hash = :password_hash,
    role = :role, active = :active, password_due = :password_due
where id = :id

-- name: user_signed_in
update users set last_login = :at where id = :id

-- name: user_remove
delete from users where id = :id

-- name: admins_lock
select id from users where role = 'ADMIN' and active order by id for update

-- name: session_add
insert into sessions (id, user_id, started_at, ends_at, address, agent, last_seen_at)
values (:id, :user_id, :started_at, :ends_at, :address, :agent, :started_at)

-- name: session_user
select u.* from sessions s join users u on u.id = s.user_id
where s.id = :id and s.ended_at is null and s.ends_at > :now

-- name: session_extend
update sessions set ends_at = :ends_at, last_seen_at = :now where id = :id

-- name: session_end
update sessions set ended_at = :now where id = :id and ended_at is null

-- name: session_end_others
update sessions set ended_at = :now where user_id = :user_id and id <> :kept and ended_at is null

-- name: session_forget
delete from sessions where ended_at < :before or ends_at < :before

-- name: token_add
insert into refresh_tokens (token_hash, session_id) values (:hash, :session_id)

-- name: token_session
select session_id from refresh_tokens where token_hash = :hash

-- name: token_use
update refresh_tokens set used_at = :now where token_hash = :hash and used_at is null

-- name: session_list
select * from sessions
where user_id = :user_id and ended_at is null and ends_at > :now
order by coalesce(last_seen_at, started_at) desc, id

-- name: session_end_one
update sessions set ended_at = :now
where id = :id and user_id = :user_id and ended_at is null and ends_at > :now

-- name: factor_get
select f.*, (select count(*) from recovery_codes r where r.user_id = f.user_id) as codes
from second_factors f where f.user_id = :user_id

-- name: factor_all
select f.*, 0 as codes from second_factors f order by user_id

-- name: factor_secret
update second_factors set secret = :secret where user_id = :user_id

-- name: factor_users
select user_id from second_factors where confirmed_at is not null

-- name: factor_add
insert into second_factors (user_id, secret, confirmed_at, last_step)
values (:user_id, :secret, null, 0)

-- name: factor_confirm
update second_factors set confirmed_at = :at, last_step = :step
where user_id = :user_id and confirmed_at is null and last_step < :step

-- name: factor_step
update second_factors set last_step = :step
where user_id = :user_id and confirmed_at is not null and last_step < :step

-- name: factor_remove_draft
delete from second_factors where user_id = :user_id and confirmed_at is null

-- name: factor_remove
delete from second_factors where user_id = :user_id

-- name: recovery_add
insert into recovery_codes (user_id, code_hash) values (:user_id, :hash)

-- name: recovery_use
delete from recovery_codes where user_id = :user_id and code_hash = :hash

-- name: recovery_remove
delete from recovery_codes where user_id = :user_id

-- name: identity_user
select u.* from identities i join users u on u.id = i.user_id
where i.issuer = :issuer and i.subject = :subject

-- name: identity_add
insert into identities (issuer, subject, user_id, linked_at)
values (:issuer, :subject, :user_id, :at)

-- name: key_add
insert into api_keys (id, name, scope, secret_hash, created_at, created_by)
values (:id, :name, :scope, :secret_hash, :created_at, :created_by)

-- name: key_by_secret
select * from api_keys where secret_hash = :secret_hash

-- name: key_by_id
select * from api_keys where id = :id

-- name: key_list
select * from api_keys order by created_at desc, id

-- name: key_used
update api_keys set last_used_at = :at where id = :id

-- name: key_remove
delete from api_keys where id = :id

-- name: act_add
insert into acts (at, act, actor, subject, address, detail)
values (:at, :act, :actor, :subject, :address, :detail)

-- name: act_newest
select * from acts
where (:act = '' or act = :act) and at >= :from and at < :until and number < :before
  and (:part = '' or lower(actor) like :part escape '!' or lower(subject) like :part escape '!'
       or lower(address) like :part escape '!' or lower(detail) like :part escape '!')
order by number desc
limit :limit

-- name: act_count
select count(*) from acts
where (:act = '' or act = :act) and at >= :from and at < :until
  and (:part = '' or lower(actor) like :part escape '!' or lower(subject) like :part escape '!'
       or lower(address) like :part escape '!' or lower(detail) like :part escape '!')

-- name: act_kinds
select distinct act from acts order by act

-- name: setting_get
select content from settings where name = :name

-- name: setting_list
select name, content from settings where name like :prefix escape '!' order by name

-- name: setting_change
update settings set content = :content, changed_at = :at where name = :name

-- name: setting_add
insert into settings (name, content, changed_at) values (:name, :content, :at)

-- name: setting_remove
delete from settings where name = :name

-- name: search_add
insert into saved_searches (id, owner_id, name, filters, shared, created_at, changed_at)
values (:id, :owner, :name, :filters, :shared, :created_at, :changed_at)

-- name: search_change
update saved_searches set name = :name, filters = :filters, shared = :shared, changed_at = :changed_at
where id = :id

-- name: search_remove
delete from saved_searches where id = :id

-- name: search_by_id
select s.*, u.username from saved_searches s join users u on u.id = s.owner_id where s.id = :id

-- name: search_list
select s.*, u.username from saved_searches s join users u on u.id = s.owner_id
where s.owner_id = :owner or s.shared
order by lower(s.name), s.created_at

-- name: past_search_forget
delete from past_searches where owner_id = :owner and filters = :filters

-- name: past_search_add
insert into past_searches (owner_id, query, filters, total, at)
values (:owner, :query, :filters, :total, :at)

-- name: past_search_shorten
delete from past_searches
where owner_id = :owner and number not in (
    select number from past_searches where owner_id = :owner order by number desc limit :kept)

-- name: past_search_list
select * from past_searches where owner_id = :owner order by number desc limit :limit

-- name: searcher_locked
select id from users where id = :owner for update

-- name: search_counted
update search_counts set made = made + 1 where owner_id = :owner

-- name: search_count_first
insert into search_counts (owner_id, made) values (:owner, 1)

-- name: search_count
select made from search_counts where owner_id = :owner

-- name: upload_count
select count(*) from uploads where owner_id = :owner

-- name: upload_add
insert into uploads (id, owner_id, owner_name, filename, file_size, file_type, fingerprint, state, accepted, duplicates,
                     rejected, replaced, bytes_done, detail, preview, created_at, finished_at)
values (:id, :owner_id, :owner_name, :filename, :file_size, :file_type, :fingerprint, :state, :accepted, :duplicates,
        :rejected, :replaced, :bytes_done, :detail, :preview, :created_at, :finished_at)

-- name: upload_change
update uploads
set state = :state, accepted = :accepted, duplicates = :duplicates, rejected = :rejected,
    replaced = :replaced, bytes_done = :bytes_done, detail = :detail, finished_at = :finished_at
where id = :id

-- name: upload_by_id
select * from uploads where id = :id

-- name: upload_list
select * from uploads order by created_at desc limit :limit

-- name: upload_with
select * from uploads where fingerprint = :fingerprint and state = 'COMPLETED' order by created_at desc limit 1

-- name: upload_unfinished
select * from uploads where state in ('PENDING', 'PROCESSING') order by created_at

-- name: saved_add
insert into saved (id, kind, owner_id, owner_name, name, shared, content, created_at, changed_at)
values (:id, :kind, :owner_id, :owner_name, :name, :shared, :content, :created_at, :changed_at)

-- name: saved_find
select * from saved where kind = :kind and id = :id and removed_at is null

-- name: saved_removed
select * from saved where kind = :kind and id = :id and removed_at is not null

-- name: saved_list
select * from saved
where kind = :kind and removed_at is null and (shared or owner_id = :viewer)
order by name, id

-- name: saved_change
update saved set name = :name, shared = :shared, content = :content, changed_at = :changed_at
where kind = :kind and id = :id and removed_at is null

-- name: saved_remove
update saved set removed_at = :at where kind = :kind and id = :id and removed_at is null

-- name: saved_restore
update saved set removed_at = null where kind = :kind and id = :id and removed_at is not null

-- name: saved_forget
delete from saved where removed_at < :before

-- name: embed_add
insert into embeds (id, dashboard_id, hosts, created_at, created_by, expires_at)
values (:id, :dashboard_id, :hosts, :created_at, :created_by, :expires_at)

-- name: embed_find
select * from embeds where id = :id

-- name: embed_list
select * from embeds where dashboard_id = :dashboard_id order by created_at desc, id

-- name: embed_revoke
update embeds set revoked_at = :at where id = :id and revoked_at is null

-- name: mailing_add
insert into mailings (id, dashboard_id, created_by, rhythm, weekday, hour_of_day, paused, next_at,
                      retry_at, last_sent_at, failures, last_error)
values (:id, :dashboard_id, :created_by, :rhythm, :weekday, :hour_of_day, :paused, :next_at,
        :retry_at, :last_sent_at, :failures, :last_error)

-- name: mailing_change
update mailings
set rhythm = :rhythm, weekday = :weekday, hour_of_day = :hour_of_day, paused = :paused,
    next_at = :next_at, retry_at = :retry_at, last_sent_at = :last_sent_at, failures = :failures,
    last_error = :last_error
where id = :id

-- name: mailing_find
select * from mailings where id = :id

-- name: mailing_list
select * from mailings where dashboard_id = :dashboard_id order by rhythm, hour_of_day, id

-- name: mailing_due
select m.* from mailings m join saved s on s.id = m.dashboard_id
where not m.paused and m.retry_at <= :now and s.removed_at is null
order by m.retry_at, m.id

-- name: mailing_remove
delete from mailings where id = :id

-- name: recipient_list
select * from mailing_recipients where mailing_id = :mailing_id order by address_key

-- name: recipient_add
insert into mailing_recipients (mailing_id, address_key, address, language, unsubscribed, sent_for)
values (:mailing_id, :address_key, :address, :language, :unsubscribed, :sent_for)

-- name: recipient_remove_all
delete from mailing_recipients where mailing_id = :mailing_id

-- name: recipient_sent
update mailing_recipients set sent_for = :sent_for
where mailing_id = :mailing_id and address_key = :address_key

-- name: recipient_unsubscribe
update mailing_recipients set unsubscribed = true
where mailing_id = :mailing_id and address_key = :address_key

-- name: statement_add
insert into statements (user_id, at, content, milliseconds, row_count, problem)
values (:user_id, :at, :content, :milliseconds, :row_count, :problem)

-- name: statement_trim
delete from statements
where user_id = :user_id and number not in (
    select number from statements where user_id = :user_id order by number desc limit :kept)

-- name: statement_newest
select * from statements where user_id = :user_id order by number desc limit :limit

-- name: statement_forget
delete from statements where user_id = :user_id

-- name: experiment_list
select e.* from experiments e
join (select experiment_key, max(version) as newest from experiments group by experiment_key) n
    on n.experiment_key = e.experiment_key and n.newest = e.version
order by e.experiment_key

-- name: experiment_get
select * from experiments where experiment_key = :key order by version desc limit 1

-- name: experiment_add
insert into experiments (experiment_key, version, content, made_at, made_by, act, note)
values (:key, :version, :content, :at, :made_by, :act, :note)

-- name: experiment_history
select * from experiments where experiment_key = :key order by version desc

-- name: receipt_add
insert into privacy_receipts (id, kind, asked_by, at, counts) values (:id, :kind, :asked_by, :at, :counts)

-- name: receipt_list
select * from privacy_receipts order by at desc, id limit :limit

-- name: hold_add
insert into legal_holds (id, reason, made_by, made_at) values (:id, :reason, :made_by, :made_at)

-- name: hold_end
update legal_holds set ended_by = :ended_by, ended_at = :ended_at where id = :id and ended_at is null

-- name: hold_list
select * from legal_holds order by made_at desc, id

-- name: erase_previews
update uploads set preview = '', detail = null where lower(preview) like :like escape '!' or lower(detail) like :like escape '!'

-- name: erase_filenames
update uploads set filename = '(erased)' where lower(filename) like :like escape '!'

-- name: erase_past_searches
delete from past_searches where lower(query) like :like escape '!' or lower(filters) like :like escape '!'

-- name: erase_saved_searches
delete from saved_searches where lower(name) like :like escape '!' or lower(filters) like :like escape '!'

-- name: erase_saved
delete from saved where lower(name) like :like escape '!' or lower(content) like :like escape '!'

-- name: erase_statements
delete from statements where lower(content) like :like escape '!' or lower(problem) like :like escape '!'

-- name: erase_act_details
update acts set detail = '(erased)' where lower(detail) like :like escape '!'

-- name: erase_act_subjects
update acts set subject = '(erased)' where lower(subject) like :like escape '!'

-- name: erase_scores
delete from fraud_scores
where lower(concat_ws(' ', user_id, device, email, delivery, indicators, content, note)) like :like escape '!'

-- name: erase_lists
delete from fraud_lists where lower(entry) like :like escape '!'

-- name: erase_findings
delete from security_findings
where lower(concat_ws(' ', place, evidence, sample, target, agent, user_name, note)) like :like escape '!'

-- name: compact
shutdown compact
-- name: finding_add
insert into security_findings (id, kind, category, severity, rule, place, evidence, sample, origin, service, target,
    address, country, agent, user_name, status, event_id, in_hour, first_at, last_at, requests, state)
values (:id, :kind, :category, :severity, :rule, :place, :evidence, :sample, :origin, :service, :target,
    :address, :country, :agent, :user_name, :status, :event_id, :in_hour, :first_at, :last_at, :requests, 'open')

-- name: finding_grow
update security_findings
set last_at = :last_at, requests = :requests, status = :status, event_id = :event_id
where id = :id

-- name: finding_by_id
select * from security_findings where id = :id

-- name: finding_newest
select * from security_findings
where (:kind = '' or kind = :kind) and (:category = '' or category = :category)
  and (:severity = '' or severity = :severity) and (:state = '' or state = :state)
  and (:origin = '' or origin = :origin) and (:address = '' or address = :address)
  and (:country = '' or country = :country)
  and (:text = '' or lower(target) like :text escape '!' or lower(evidence) like :text escape '!'
       or lower(sample) like :text escape '!' or lower(coalesce(address, '')) like :text escape '!'
       or lower(coalesce(user_name, '')) like :text escape '!')
  and first_at >= :from and first_at < :until
  and (first_at < :before or first_at = :before and id < :before_id)
order by first_at desc, id desc
limit :limit

-- name: finding_count
select count(*) from security_findings
where (:kind = '' or kind = :kind) and (:category = '' or category = :category)
  and (:severity = '' or severity = :severity) and (:state = '' or state = :state)
  and (:origin = '' or origin = :origin) and (:address = '' or address = :address)
  and (:country = '' or country = :country)
  and (:text = '' or lower(target) like :text escape '!' or lower(evidence) like :text escape '!'
       or lower(sample) like :text escape '!' or lower(coalesce(address, '')) like :text escape '!'
       or lower(coalesce(user_name, '')) like :text escape '!')
  and first_at >= :from and first_at < :until

-- name: finding_by_kind
select kind, category, severity, count(*) as findings, sum(requests) as requests
from security_findings
where first_at >= :from and first_at < :until and state <> 'false_alarm'
group by kind, category, severity
order by requests desc, kind, severity

-- name: finding_by_hour
select in_hour, severity, sum(requests) as requests
from security_findings
where first_at >= :from and first_at < :until and state <> 'false_alarm'
group by in_hour, severity
order by in_hour, severity

-- name: finding_by_country
select country as source, country, count(distinct address) as addresses, count(*) as findings,
    sum(requests) as requests, max(last_at) as last_at
from security_findings
where first_at >= :from and first_at < :until and state <> 'false_alarm'
group by country
order by requests desc, source
limit :limit

-- name: finding_by_address
select address as source, max(country) as country, 1 as addresses, count(*) as findings,
    sum(requests) as requests, max(last_at) as last_at
from security_findings
where first_at >= :from and first_at < :until and state <> 'false_alarm'
group by address
order by requests desc, source
limit :limit

-- name: finding_by_rule
select kind, rule, count(*) as findings,
    count(case when state = 'real' then 1 end) as reals,
    count(case when state = 'false_alarm' then 1 end) as false_alarms
from security_findings
where first_at >= :from and first_at < :until
group by kind, rule
order by findings desc, kind, rule

-- name: finding_decide
update security_findings set state = :state, note = :note, decided_by = :decided_by, decided_at = :decided_at
where id = :id

-- name: finding_forget_old
delete from security_findings where last_at < :before

-- name: finding_forget_most
delete from security_findings
where id in (select id from security_findings order by first_at desc, id desc offset :most)

-- name: allowed_list
select * from security_allowed order by made_at desc, id

-- name: allowed_add
insert into security_allowed (id, kind, rule, path, place, address, note, made_by, made_at)
values (:id, :kind, :rule, :path, :place, :address, :note, :made_by, :made_at)

-- name: allowed_remove
delete from security_allowed where id = :id

-- name: fraud_change
update fraud_scores
set happened_at = :at, happened_on = :day, score = :score, level = :level, worth = :worth,
    user_id = :user, card = :card, device = :device, address = :address, email = :email,
    delivery = :delivery, indicators = :indicators, content = :content,
    state = case when state = 'none' or state = 'open' then :state else state end
where transaction_id = :id

-- name: fraud_add
insert into fraud_scores (transaction_id, happened_at, happened_on, score, level, worth, user_id,
                          card, device, address, email, delivery, indicators, content, state)
values (:id, :at, :day, :score, :level, :worth, :user, :card, :device, :address, :email, :delivery,
        :indicators, :content, :state)

-- name: fraud_get
select * from fraud_scores where transaction_id = :id

-- name: fraud_list
select * from fraud_scores
where happened_at >= :from and happened_at < :until
  and (:state = '' or state = :state or (:state = 'due' and state in ('open', 'assigned')))
  and score >= :least
  and (:part = '' or lower(transaction_id) like :part escape '!' or lower(user_id) like :part escape '!'
       or lower(email) like :part escape '!' or address like :part escape '!')
order by case when :worst then score else 0 end desc, happened_at desc, transaction_id
limit :limit offset :skip

-- name: fraud_count
select count(*) from fraud_scores
where happened_at >= :from and happened_at < :until
  and (:state = '' or state = :state or (:state = 'due' and state in ('open', 'assigned')))
  and score >= :least
  and (:part = '' or lower(transaction_id) like :part escape '!' or lower(user_id) like :part escape '!'
       or lower(email) like :part escape '!' or address like :part escape '!')

-- name: fraud_decide
update fraud_scores
set state = :state, assignee = :assignee, decision = :decision, decided_at = :at, decided_by = :decided_by,
    note = :note
where transaction_id = :id

-- name: fraud_days
select happened_on, level, count(*) as payments, sum(coalesce(worth, 0)) as worth
from fraud_scores
where happened_at >= :from and happened_at < :until
group by happened_on, level
order by happened_on, level

-- name: fraud_indicators
select indicators, score, decision
from fraud_scores
where happened_at >= :from and happened_at < :until and (indicators <> '' or decision is not null)

-- name: fraud_decided
select transaction_id, decision from fraud_scores where decision in ('fraud', 'legit')

-- name: fraud_linked
select * from fraud_scores
where transaction_id <> :id
  and (user_id = :user or card = :card or device = :device or address = :address or email = :email
       or delivery = :delivery)
order by happened_at desc
limit :limit

-- name: fraud_forget
delete from fraud_scores where level = 'minimal' and decision is null and happened_at < :before

-- name: fraud_rules_list
select * from fraud_rules order by version desc

-- name: fraud_rules_add
insert into fraud_rules (version, content, made_at, made_by, note)
values (:version, :content, :at, :made_by, :note)

-- name: fraud_entries
select * from fraud_lists order by made_at desc, link, entry

-- name: fraud_entry_remove
delete from fraud_lists where link = :link and entry = :entry

-- name: fraud_entries_of_remove
delete from fraud_lists where transaction_id = :id

-- name: fraud_entry_add
insert into fraud_lists (link, entry, blocked, transaction_id, made_at, made_by)
values (:link, :entry, :blocked, :id, :at, :made_by)
