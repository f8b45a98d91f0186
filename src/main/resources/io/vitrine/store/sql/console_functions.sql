-- What a statement of the SQL console may call: nothing that reads files, settings or other
-- statements, and nothing that makes a long text or list of a short one.

-- name: functions
+ - * / // % ** ^ & | ~ << >> = <> != < > <= >= ! @ || ->> -> ~~ !~~ ~~* !~~* ~~~ ^@
not abs ceil ceiling floor round trunc sign sqrt cbrt pow power exp ln log log2 log10 mod fmod
greatest least coalesce ifnull nullif isnan isinf isfinite even pi add subtract multiply divide
count count_star sum avg mean min max median mode quantile quantile_cont quantile_disc
approx_count_distinct approx_quantile stddev stddev_pop stddev_samp variance var_pop var_samp
corr covar_pop covar_samp regr_slope regr_intercept regr_r2 regr_count skewness kurtosis entropy mad
first last any_value arg_min arg_max min_by max_by bool_and bool_or bit_and bit_or bit_xor count_if
countif sumkahan fsum kahan_sum favg geomean geometric_mean product string_agg group_concat
listagg list array_agg histogram
row_number rank dense_rank rank_dense percent_rank cume_dist ntile lag lead first_value last_value
nth_value grouping grouping_id
concat concat_ws length len strlen char_length character_length lower upper lcase ucase trim ltrim
rtrim left right substring substr substring_grapheme split_part string_split str_split string_to_array
starts_with prefix ends_with suffix contains position strpos instr reverse translate ascii ord chr
md5 sha256 hash like_escape ilike_escape not_like_escape not_ilike_escape regexp_matches
regexp_full_match regexp_extract strip_accents nfc_normalize levenshtein jaccard jaro_similarity
jaro_winkler_similarity url_encode url_decode
current_date today now get_current_timestamp current_timestamp get_current_time date_part datepart
date_trunc datetrunc date_diff datediff date_sub datesub date_add extract year quarter month week
weekofyear yearweek day dayofmonth dayofweek weekday isodow isoyear dayofyear dayname monthname hour
minute second millisecond microsecond epoch epoch_ms epoch_us epoch_ns last_day make_date make_time
make_timestamp strftime strptime try_strptime to_timestamp timezone age time_bucket to_years to_months
to_weeks to_days to_hours to_minutes to_seconds to_milliseconds to_microseconds century decade
list_value list_extract list_element array_extract list_contains list_has array_contains list_sum
list_avg list_min list_max list_count list_position list_sort list_reverse_sort list_distinct
list_unique list_slice array_slice list_transform list_filter list_any_value list_aggregate
array_length cardinality unnest struct_pack struct_extract row map map_keys
map_values map_extract element_at
json_extract json_extract_string json_array_length json_keys json_type json_valid
typeof bit_count
