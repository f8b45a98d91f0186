/** Values that the server knows by names of its own, as a reader says them. */
export const namesEn = {
  channel: {
    Direct: 'Direct',
    'Paid Shopping': 'Paid Shopping',
    'Paid Search': 'Paid Search',
    'Paid Social': 'Paid Social',
    'Paid Video': 'Paid Video',
    Display: 'Display',
    'Paid Other': 'Paid Other',
    'Organic Shopping': 'Organic Shopping',
    'Organic Social': 'Organic Social',
    'Organic Video': 'Organic Video',
    'Organic Search': 'Organic Search',
    Email: 'E-mail',
    Affiliates: 'Affiliates',
    Referral: 'Referral',
    Audio: 'Audio',
    SMS: 'SMS',
    Push: 'Push',
    Unassigned: 'Unassigned',
  },
  device: { desktop: 'Desktop', phone: 'Phone', tablet: 'Tablet', other: 'Other' },
};

export type NamesMessages = typeof namesEn;
