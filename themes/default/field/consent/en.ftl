# Words of the field type consent.

consent-yes = I agree
consent-how = You can do everything without ticking this. The answers of people who didn’t tick it aren’t used. You can untick it until you compare.
