/** The sources of formulas, as the code names them; titles stay in their language. */
export const references = [
  'Benjamini, Hochberg 1995: Controlling the False Discovery Rate. Journal of the Royal Statistical Society B 57, 289–300',
  'Deng, Knoblich, Lu 2018: Applying the Delta Method in Metric Analytics. KDD 2018',
  'Efron 1979: Bootstrap Methods: Another Look at the Jackknife. Annals of Statistics 7, 1–26',
  'Fabijan et al. 2019: Diagnosing Sample Ratio Mismatch in Online Controlled Experiments. KDD 2019',
  'Fader, Hardie, Lee 2005: “Counting Your Customers” the Easy Way: An Alternative to the Pareto/NBD Model. Marketing Science 24, 275–284',
  'Fader, Hardie 2013: The Gamma-Gamma Model of Monetary Value',
  'Fleiss, Levin, Paik 2003: Statistical Methods for Rates and Proportions',
  'Greenland, Robins 1985: Estimation of a Common Effect Parameter from Sparse Follow-Up Data. Biometrics 41, 55–68',
  'Hyndman, Athanasopoulos 2021: Forecasting: Principles and Practice',
  'Hyndman, Billah 2003: Unmasking the Theta Method. International Journal of Forecasting 19, 287–290',
  'Hyndman, Koehler 2006: Another Look at Measures of Forecast Accuracy. International Journal of Forecasting 22, 679–688',
  'Iglewicz, Hoaglin 1993: How to Detect and Handle Outliers',
  'Katz, Baptista, Azen, Pike 1978: Obtaining Confidence Intervals for the Risk Ratio in Cohort Studies. Biometrics 34, 469–474',
  'Lei et al. 2018: Distribution-Free Predictive Inference for Regression. Journal of the American Statistical Association 113, 1094–1111',
  'Tashman 2000: Out-of-Sample Tests of Forecasting Accuracy. International Journal of Forecasting 16, 437–450',
] as const;
